import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { placeName } from './citation-place.ts';
import type { Answer } from './exchange.ts';

/** An answer to take along: its text, its sources with their links, whose words it is made of. */
export function answerAsText(answer: Answer, wording: PageWording, origin: string): string {
  const { sources, sourcesLine } = wording.conversation;
  const list = answer.citations.map(
    (citation) => `[${citation.id}] ${placeName(citation, wording)}\n    ${origin}${citation.url}`,
  );
  const reports = [...new Set(answer.citations.map(({ report }) => report))];
  return [
    answer.text,
    list.length > 0 && [`${sources}${wording.language === 'zh' ? '：' : ':'}`, ...list].join('\n'),
    ...reports.map((report) => sourcesLine.replace('{report}', report)),
    answer.done?.outcome.notice,
  ]
    .filter(Boolean)
    .join('\n\n');
}
