import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Citation } from '../../../lib/answer/answer.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { placeName } from '../conversation/citation-place.ts';
import type { Answer, Exchange } from '../conversation/exchange.ts';

/** What office programs in China have; others take their own for it. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' } as const;
/** Half points. */
const BODY_SIZE = 24;
const SMALL_SIZE = 20;

/** A conversation as a Word document: questions as headings, answers, sources with links, whose words they are. */
export function wordFile(
  exchanges: readonly Exchange[],
  wording: PageWording,
  origin: string,
): Promise<Blob> {
  const document = new Document({
    creator: wording.name,
    title: exchanges[0]?.question ?? wording.name,
    styles: { default: { document: { run: { font: FONT, size: BODY_SIZE } } } },
    sections: [{ children: exchanges.flatMap((exchange) => exchangeParagraphs(exchange, wording, origin)) }],
  });
  return Packer.toBlob(document);
}

function exchangeParagraphs(
  { question, answer }: Exchange,
  wording: PageWording,
  origin: string,
): Paragraph[] {
  const heading = new Paragraph({
    text: question,
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 360, after: 180 },
  });
  return answer ? [heading, ...answerParagraphs(answer, wording, origin)] : [heading];
}

function answerParagraphs(
  { text, citations, done }: Answer,
  wording: PageWording,
  origin: string,
): Paragraph[] {
  const sources = citations.map((citation) => sourceParagraph(citation, wording, origin));
  return [
    ...text.split(/\n+/).filter(Boolean).map(textParagraph),
    ...(sources.length > 0
      ? [new Paragraph({ text: wording.conversation.sources, heading: HeadingLevel.HEADING_2 }), ...sources]
      : []),
    new Paragraph({
      children: [new TextRun({ text: done?.outcome.notice ?? '', italics: true, size: SMALL_SIZE })],
      spacing: { before: 120 },
    }),
  ];
}

/** A line of the answer's Markdown: a list's item, or a paragraph; `**…**` is bold. */
function textParagraph(line: string): Paragraph {
  const [, indent, item] = /^(\s*)[-*] (.*)$/.exec(line) ?? [];
  const runs = (item ?? line)
    .split(/\*\*(.+?)\*\*/)
    .map((text, index) => new TextRun({ text, bold: index % 2 === 1 }));
  return new Paragraph({
    children: runs,
    spacing: { line: 360, after: 120 },
    ...(item !== undefined && { bullet: { level: (indent?.length ?? 0) > 0 ? 1 : 0 } }),
  });
}

function sourceParagraph(citation: Citation, wording: PageWording, origin: string): Paragraph {
  const place = `[${citation.id}] 《${citation.report}》${placeName(citation, wording)}`;
  const link = new ExternalHyperlink({
    link: `${origin}${citation.url}`,
    children: [new TextRun({ text: place, style: 'Hyperlink', size: SMALL_SIZE })],
  });
  return new Paragraph({ children: [link, new TextRun({ text: ` ${citation.quote}`, size: SMALL_SIZE })] });
}
