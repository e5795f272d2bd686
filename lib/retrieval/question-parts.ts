import { holdsChinese } from '../text/language.ts';

const SHORTEST_PART = { chinese: 5, other: 14 } as const;
/** More parts than anyone asks at once would only cost time. */
const MOST_PARTS = 3;

const BOUNDARY =
  /(?<=[？?；;])|[，,]?(?=另外|此外|还有|同时)|,\s(?=and (?:what|which|who|when|where|how|why)\b)|,\s(?=(?:и|а) (?:как|что|кто|когда|где|сколько|почему|чем))/u;

/** The questions that one question asks at once; empty when it is only one. */
export function questionParts(question: string): string[] {
  const parts = question
    .split(BOUNDARY)
    .map((part) => part.trim())
    .filter((part) => lengthOf(part) >= (holdsChinese(part) ? SHORTEST_PART.chinese : SHORTEST_PART.other));
  return parts.length > 1 ? parts.slice(0, MOST_PARTS) : [];
}

function lengthOf(part: string): number {
  return part.replace(/[？?；;，,。\s]/gu, '').length;
}
