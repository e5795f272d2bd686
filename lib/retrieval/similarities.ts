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
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  // Indexed by hand, because this line runs a quarter of a million times a question.
  for (; at + 3 < vector.length; at += 4) {
    a += (vectors[start + at] as number) * (vector[at] as number);
    b += (vectors[start + at + 1] as number) * (vector[at + 1] as number);
    c += (vectors[start + at + 2] as number) * (vector[at + 2] as number);
    d += (vectors[start + at + 3] as number) * (vector[at + 3] as number);
  }
  for (; at < vector.length; at++) a += (vectors[start + at] as number) * (vector[at] as number);
  return a + b + (c + d);
}
