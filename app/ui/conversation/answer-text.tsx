import { memo, type ReactNode, useCallback, useMemo } from 'react';
import type { Citation } from '../../../lib/answer/answer.ts';
import styles from './answer.module.css';
import { CitationChip } from './citation-chip.tsx';
import { renderMarkdown } from './markdown.tsx';

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
  const blocks = useMemo(() => blocksOf(writing ? text.replace(UNFINISHED_MARK, '') : text), [text, writing]);
  return (
    <div className={styles.text}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only added, or the last one grows
        <Block key={index} markdown={block} citations={citations} />
      ))}
    </div>
  );
}

/** Only the block that grows is parsed again while an answer is written. */
const Block = memo(function Block({
  markdown,
  citations,
}: {
  markdown: string;
  citations: readonly Citation[];
}) {
  const renderText = useCallback((text: string) => withChips(text, citations), [citations]);
  return renderMarkdown(markdown, {
    renderText,
    allowsLink: (url) => citations.some((citation) => citation.url === url),
  });
});

/** Cut at blank lines where a new paragraph begins at the margin: a list's items stay together. */
function blocksOf(markdown: string): string[] {
  return markdown.split(/\n{2,}(?=[^\s\-*\d])/);
}

function withChips(text: string, citations: readonly Citation[]): ReactNode {
  return text.split(CITATION_MARK).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const citation = citations.find(({ id }) => id === Number(piece));
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their positions
    return citation ? <CitationChip key={index} citation={citation} /> : null;
  });
}
