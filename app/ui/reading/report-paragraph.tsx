import type { Paragraph } from '../../../lib/report/report.ts';
import { fill } from '../../../lib/wording/fill.ts';
import styles from './report-article.module.css';

/** Sentences to mark, counted from 1, or the whole paragraph. */
type Marked = 'all' | { readonly first: number; readonly last: number };

interface ReportParagraphProps {
  readonly paragraph: Paragraph;
  readonly permalinkLabel: string;
  readonly marked: Marked | undefined;
}

export function ReportParagraph({ paragraph, permalinkLabel, marked }: ReportParagraphProps) {
  const { address, kind, attribution } = paragraph;
  const text = <ParagraphText paragraph={paragraph} marked={marked} />;
  const permalink = <Permalink address={address} label={permalinkLabel} />;
  switch (kind) {
    case 'epigraph':
      return (
        <figure id={address} className={styles.epigraph}>
          <blockquote>
            {text}
            {permalink}
          </blockquote>
          {attribution && <figcaption>{attribution}</figcaption>}
        </figure>
      );
    case 'sub-heading':
      return (
        <h4 id={address} className={styles.subHeading}>
          {text}
          {permalink}
        </h4>
      );
    default:
      return (
        <p id={address} className={kind === 'sub-point' ? styles.subPoint : styles.paragraph}>
          {text}
          {permalink}
        </p>
      );
  }
}

function Permalink({ address, label }: { address: string; label: string }) {
  return (
    <a className={styles.permalink} href={`#${address}`} title={fill(label, { place: address })}>
      <span className="unseen">{fill(label, { place: address })}</span>
      <span aria-hidden>¶</span>
    </a>
  );
}

/** The sentences as one text, those of the place in one mark, a sub-point's run-in title set apart. */
function ParagraphText({ paragraph, marked }: { paragraph: Paragraph; marked: Marked | undefined }) {
  const { sentences } = paragraph;
  if (!marked) return <Sentences sentences={sentences} runIn={paragraph.kind === 'sub-point'} />;
  const { first, last } = marked === 'all' ? { first: 1, last: sentences.length } : marked;
  const runIn = paragraph.kind === 'sub-point';
  return (
    <>
      <Sentences sentences={sentences.slice(0, first - 1)} runIn={runIn} />
      <mark>
        <Sentences sentences={sentences.slice(first - 1, last)} runIn={runIn} />
      </mark>
      <Sentences sentences={sentences.slice(last)} runIn={runIn} />
    </>
  );
}

function Sentences({ sentences, runIn }: { sentences: Paragraph['sentences']; runIn: boolean }) {
  const [first] = sentences;
  if (!runIn || !first?.isTitle) return sentences.map((sentence) => sentence.text).join('');
  return (
    <>
      <strong>{first.text}</strong>
      {sentences
        .slice(1)
        .map((sentence) => sentence.text)
        .join('')}
    </>
  );
}
