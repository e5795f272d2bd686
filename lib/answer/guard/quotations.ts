import { type EvidenceSentence, type EvidenceSource, lettersOf } from './evidence.ts';

/** Quoted words. */
const QUOTED = /“([^”]*)”|「([^」]*)」|『([^』]*)』|«([^»]*)»|"([^"]*)"|《([^》]*)》/gu;

/** What a text gives as somebody's words or title. */
export function quotedIn(text: string): string[] {
  return Array.from(
    text.matchAll(QUOTED),
    ([, ...groups]) => groups.find((group) => group !== undefined) ?? '',
  )
    .map((quoted) => quoted.trim())
    .filter((quoted) => lettersOf(quoted) !== '');
}

export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, ' ');
}

/** Whether a quotation stands in a source word for word; …… may leave something out. */
export function stands(quoted: string, letters: string): boolean {
  let from = 0;
  for (const part of quoted.split(/…+|\.{3,}|\[…\]/u).map(lettersOf)) {
    if (part === '') continue;
    const at = letters.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** The sentences that a quotation is taken from: the shortest run of a source's that holds it. */
export function sentencesQuoted(quoted: string, sources: readonly EvidenceSource[]): EvidenceSentence[] {
  for (const { sentences } of sources) {
    for (let length = 1; length <= sentences.length; length++) {
      for (let start = 0; start + length <= sentences.length; start++) {
        const run = sentences.slice(start, start + length);
        const letters = lettersOf(run.map(({ ranked }) => ranked.sentence.text).join(''));
        if (stands(quoted, letters)) return run;
      }
    }
  }
  return [];
}
