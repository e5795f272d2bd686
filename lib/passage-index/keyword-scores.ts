import type { AsPlainObject } from 'minisearch';

/** BM25+ as MiniSearch computes it; its defaults but for what keywords.ts says. */
export interface Bm25Parameters {
  /** How soon a word's repetitions stop to count. */
  readonly k: number;
  /** How far a text's length counts against it. */
  readonly b: number;
  /** What sharing a word is worth at least. */
  readonly d: number;
}

interface Postings {
  readonly documents: Int32Array;
  /** What the word adds to each document's score. */
  readonly scores: Float64Array;
}

/**
 * Scores of an index that MiniSearch built, the same numbers as its `search`. That makes an object with all its
 * matches for every document, and sorts them: two milliseconds among thousands of questions, where adding up
 * what each word is worth, known beforehand, takes a fraction of one.
 */
export class KeywordScores {
  readonly #postings = new Map<string, Postings>();
  readonly #tokenise: (text: string) => string[];
  readonly #documents: number;

  constructor(index: AsPlainObject, bm25: Bm25Parameters, tokenise: (text: string) => string[]) {
    this.#tokenise = tokenise;
    this.#documents = index.nextId;
    for (const [word, fields] of index.index) this.#postings.set(word, postingsOf(fields, index, bm25));
  }

  /** By position; a document without any of the words has none. */
  of(query: string): Map<number, number> {
    const sums = new Float64Array(this.#documents);
    const words = new Uint16Array(this.#documents);
    for (const [word, count] of countsOf(this.#tokenise(query))) {
      const postings = this.#postings.get(word);
      if (!postings) continue;
      const { documents, scores } = postings;
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] as number;
        sums[document] = (sums[document] as number) + count * (scores[at] as number);
        words[document] = (words[document] as number) + 1;
      }
    }
    const found = new Map<number, number>();
    for (let document = 0; document < sums.length; document++) {
      // MiniSearch's reward for sharing several words.
      if (words[document]) found.set(document, (sums[document] as number) * (words[document] as number));
    }
    return found;
  }
}

function postingsOf(
  fields: AsPlainObject['index'][number][1],
  { documentCount, documentIds, fieldLength, averageFieldLength }: AsPlainObject,
  { k, b, d }: Bm25Parameters,
): Postings {
  const scores = new Map<number, number>();
  for (const [field, frequencies] of Object.entries(fields)) {
    const entries = Object.entries(frequencies);
    const rarity = Math.log(1 + (documentCount - entries.length + 0.5) / (entries.length + 0.5));
    for (const [shortId, frequency] of entries) {
      const length = fieldLength[shortId]?.[Number(field)] ?? 0;
      const relativeLength = length / (averageFieldLength[Number(field)] ?? 1);
      const saturated = (frequency * (k + 1)) / (frequency + k * (1 - b + b * relativeLength));
      const document = documentIds[shortId] as number;
      scores.set(document, (scores.get(document) ?? 0) + rarity * (d + saturated));
    }
  }
  return { documents: Int32Array.from(scores.keys()), scores: Float64Array.from(scores.values()) };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
