import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { answerAsText } from '../conversation/answer-as-text.ts';
import type { Exchange } from '../conversation/exchange.ts';

/** A conversation as a Markdown document: questions as headings, answers with their sources. */
export function markdownFile(exchanges: readonly Exchange[], wording: PageWording, origin: string): string {
  return exchanges
    .map(({ question, answer }) => {
      const heading = `## ${question.replace(/\s+/g, ' ')}`;
      return [heading, answer && answerAsText(answer, wording, origin)].filter(Boolean).join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}
