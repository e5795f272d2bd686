import { memo, type ReactNode } from 'react';
import type { Citation } from '../../../lib/answer/answer.ts';
import styles from './answer.module.css';
import { CitationChip } from './citation-chip.tsx';
import { renderListItems, renderMarkdown } from './markdown.tsx';

interface AnswerTextProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly writing: boolean;
}

const CITATION_MARK = /\[(\d{1,3})\]/;
/** The beginning of a mark whose end has not arrived. */
const UNFINISHED_MARK = /\[\d{0,3}$/;

/** An answer's Markdown, each `[n]` in it a chip that opens the place it cites. */
export function AnswerText({ text, citations, writing }: AnswerTextProps) {
  const shown = writing ? text.replace(UNFINISHED_MARK, '') : text;
  return (
    <div className={styles.text}>
      {blocksOf(shown).map((block, index) => {
        const items = itemsOf(block);
        if (items.length < 2) return <Piece key={indexKey(index)} markdown={block} citations={citations} />;
        return (
          <ul key={indexKey(index)}>
            {items.map((item, at) => (
              <Piece key={indexKey(at)} markdown={item} citations={citations} inList />
            ))}
          </ul>
        );
      })}
    </div>
  );
}

interface PieceProps {
  readonly markdown: string;
  readonly citations: readonly Citation[];
  /** Whether it is one item of a list. */
  readonly inList?: boolean;
}

/** Memoised: while an answer is written, only the paragraph or item that grows is parsed and set again. */
const Piece = memo(function Piece({ markdown, citations, inList }: PieceProps) {
  const rules = {
    renderText: (text: string) => withChips(text, citations),
    allowsLink: (url: string) => citations.some((citation) => citation.url === url),
  };
  return inList ? renderListItems(markdown, rules) : renderMarkdown(markdown, rules);
}, isSamePiece);

/** useChat copies a message for each change, so that equal citations are other objects each time. */
function isSamePiece(before: PieceProps, after: PieceProps): boolean {
  return (
    before.markdown === after.markdown &&
    before.inList === after.inList &&
    before.citations.length === after.citations.length &&
    before.citations.every(
      ({ id, url }, at) => id === after.citations[at]?.id && url === after.citations[at]?.url,
    )
  );
}

/** Pieces are only added at the end, or the last one grows: their positions name them. */
function indexKey(index: number): string {
  return `piece ${index}`;
}

/** Cut at blank lines where a new paragraph begins at the margin: a list's items stay together. */
function blocksOf(markdown: string): string[] {
  return markdown.split(/\n{2,}(?=[^\s\-*\d])/);
}

/** The items of a block that is nothing but a bulleted list, each with what is nested in it. */
function itemsOf(block: string): string[] {
  return /^- /.test(block) && !/^[^\s-]/m.test(block) ? block.split(/\n+(?=- )/) : [];
}

function withChips(text: string, citations: readonly Citation[]): ReactNode {
  return text.split(CITATION_MARK).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const citation = citations.find(({ id }) => id === Number(piece));
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their positions
    return citation ? <CitationChip key={index} citation={citation} /> : null;
  });
}
