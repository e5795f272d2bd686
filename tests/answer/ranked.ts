import type { Passage, PassageSentence } from '../../lib/passages/passage.ts';
import type { RankedPassage, RankedSentence } from '../../lib/retrieval/retriever.ts';

/** A made-up sentence: its address, its text and its score, and whether it is a run-in title. */
export type Given = readonly [address: string, text: string, score: number, isTitle?: boolean];

/** A passage made of sentences, ranked by the best of them. */
export function rankedPassage(given: readonly Given[], reportId = 'report'): RankedPassage {
  const sentences: PassageSentence[] = given.map(([address, text, , isTitle = false]) => ({
    address,
    paragraph: Number(/-p(\d+)/.exec(address)?.[1]),
    text,
    isTitle,
  }));
  const passage: Passage = {
    id: `${reportId}:${sentences[0]?.address}`,
    reportId,
    chapter: '第一章',
    chapterTitle: '成果',
    section: '一、经贸',
    paragraph: sentences[0]?.paragraph ?? 1,
    text: sentences.map(({ text }) => text).join(''),
    sentences,
  };
  const ranked = sentences.map((sentence, at) => ({ sentence, passage, score: given[at]?.[2] ?? 0 }));
  return { passage, score: Math.max(...ranked.map(({ score }) => score)), sentences: ranked };
}

export function rankedSentence(passage: RankedPassage, at = 0): RankedSentence {
  const sentence = passage.sentences[at];
  if (!sentence) throw new Error(`The passage has no sentence ${at}`);
  return sentence;
}

export function texts(sentences: readonly RankedSentence[]): string[] {
  return sentences.map(({ sentence }) => sentence.text);
}
