import type { PassageSentence } from '../passages/passage.ts';
import type { RankedPassage } from '../retrieval/retriever.ts';
import { pick } from './random.ts';

export type FaithfulKind = 'quotation' | 'own words' | 'reworded' | 'joined' | 'by hand';

/** A true answer of one sentence, in the form in which a model would write it: [n] is the n-th passage. */
export interface FaithfulAnswer {
  readonly kind: FaithfulKind;
  readonly text: string;
  readonly passages: readonly RankedPassage[];
  /** How many of the passages are cited; the others were shown and not used. */
  readonly cited: number;
}

/** Passages that are shown beside those that are cited, so that a wrong citation has somewhere to point. */
const BYSTANDERS = 6;
/** Characters of a sentence that is worth quoting. */
const QUOTABLE = { least: 18, most: 160 } as const;

// What an honest writer does to a sentence without changing what it says.
const REWORDINGS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<![\d.])(\d+(?:\.\d+)?)%/u, '百分之$1'],
  [/突破/u, '超过'],
  [/超过/u, '逾'],
  [/贸易总额达/u, '贸易总额达到'],
  [/同比增长/u, '比上年同期增长'],
  [/截至/u, '到'],
  [/进一步/u, ''],
  [/不断/u, '持续'],
  [/共同(?!体)/u, '一起'],
  [/近年来/u, '近些年'],
  [/目前/u, '现在'],
  [/哈萨克斯坦/u, '哈国'],
  [/乌兹别克斯坦/u, '乌国'],
  [/以及/u, '和'],
  [/积极/u, ''],
  [/提高/u, '提升'],
  [/(?<!\d)2024年/u, '２０２４年'],
  [/(?<!\d)2023年/u, '二〇二三年'],
];
const LEADS = ['', '根据报告，', '报告指出，', '具体而言，'];

/** One faithful answer about a sentence of a passage; undefined where it doesn't lend itself to the kind. */
export function faithfulAnswer(
  kind: Exclude<FaithfulKind, 'by hand'>,
  passages: readonly RankedPassage[],
  random: () => number,
): FaithfulAnswer | undefined {
  const [first, second] = [pick(passages, random), pick(passages, random)];
  const one = first && quotable(first, random);
  const other = second && quotable(second, random);
  if (!first || !second || !one || !other || first === second) return undefined;
  const used = kind === 'joined' ? [first, second] : [first];
  const rest = passages.filter((passage) => !used.includes(passage));
  const start = Math.floor(random() * rest.length);
  const bystanders = [...rest.slice(start), ...rest.slice(0, start)].slice(0, BYSTANDERS);
  const text = textOf(kind, one.text, other.text, random);
  return text === undefined
    ? undefined
    : { kind, text, passages: [...used, ...bystanders], cited: used.length };
}

function textOf(kind: FaithfulKind, one: string, other: string, random: () => number): string | undefined {
  const body = bodyOf(one);
  switch (kind) {
    case 'quotation':
      return /[“”]/u.test(one) ? undefined : `报告写道：“${one}”[1]`;
    case 'own words':
      return `${body}[1]。`;
    case 'reworded': {
      // Another's words are not reworded.
      if (/[“《]/u.test(body)) return undefined;
      const reworded = reword(body);
      return reworded === body ? undefined : `${pick(LEADS, random) ?? ''}${shortened(reworded)}[1]。`;
    }
    case 'joined':
      return `${body}[1]，同时，${bodyOf(other)}[2]。`;
    default:
      return undefined;
  }
}

function quotable({ passage }: RankedPassage, random: () => number): PassageSentence | undefined {
  const { least, most } = QUOTABLE;
  return pick(
    passage.sentences.filter(
      ({ text, isTitle }) => !isTitle && text.length >= least && text.length <= most && /。$/u.test(text),
    ),
    random,
  );
}

function bodyOf(sentence: string): string {
  return sentence.replace(/^——/u, '').replace(/[。！？]$/u, '');
}

function reword(text: string): string {
  return REWORDINGS.reduce(
    (reworded, [pattern, replacement]) => reworded.replace(pattern, replacement),
    text,
  );
}

/** Without its last clause, where what is left still says something. */
function shortened(text: string): string {
  const clauses = text.split('，');
  return clauses.length > 3 && !/[“《（]/u.test(text) ? clauses.slice(0, -1).join('，') : text;
}
