import type { Layer, PassageIndex } from '../passage-index/open.ts';
import type { SentenceNumbers } from './sentence-numbers.ts';

/** The cosine of each passage's sentences, by number: of the sentence or its best clause; -1 for other passages'. */
export function sentenceSimilarities(
  { layers, passages }: PassageIndex,
  numbers: SentenceNumbers,
  wantedPassages: readonly number[],
  vector: Float64Array,
): Float64Array {
  const wanted = new Uint8Array(passages.length);
  for (const passage of wantedPassages) wanted[passage] = 1;
  const { entries } = layers.sentences;
  const best = new Float64Array(numbers.count).fill(-1);
  for (let position = 0; position < entries.length; position++) {
    if (wanted[entries[position]?.passage ?? -1] !== 1) continue;
    const sentence = numbers.ofSentenceEntry[position] ?? -1;
    const similarity = similarityAt(layers.sentences, position, vector);
    if (similarity > (best[sentence] ?? 1)) best[sentence] = similarity;
  }
  return best;
}

/** Inner product of normalised vectors: the cosine. Four sums, so that no addition waits for the one before. */
export function similarityAt({ vectors }: Layer, position: number, vector: Float64Array): number {
  const start = position * vector.length;
  const product = (at: number) => (vectors[start + at] as number) * (vector[at] as number);
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    a += product(at);
    b += product(at + 1);
    c += product(at + 2);
    d += product(at + 3);
  }
  for (; at < vector.length; at++) a += product(at);
  return a + b + (c + d);
}
