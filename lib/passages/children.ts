import type { AnticipatedQuestion } from '../report/anticipated-questions.ts';
import { clauseSpans } from '../text/sentences.ts';
import { textOf } from '../text/spans.ts';
import type { Passage, PassageChild } from './passage.ts';

/** The sentences of all passages and, of sentences that join several, their clauses. */
export function sentenceChildren(passages: readonly Passage[]): PassageChild[] {
  return passages.flatMap((passage, passageIndex) =>
    passage.sentences.flatMap(({ text }, sentenceIndex) => {
      const place = { language: 'zh', passage: passageIndex, sentence: sentenceIndex } as const;
      const clauses = clauseSpans(text).map((span) => textOf(text, span));
      const parts = clauses.length > 1 ? clauses : [];
      return [
        { ...place, kind: 'sentence', text } as const,
        ...parts.map((part) => ({ ...place, kind: 'clause', text: part }) as const),
      ];
    }),
  );
}

/** The questions of one report's sentences, each beside the passage that holds its sentence. */
export function questionChildren(
  passages: readonly Passage[],
  reportId: string,
  questions: readonly AnticipatedQuestion[],
): PassageChild[] {
  const places = new Map<string, { passage: number; sentence: number }>();
  passages.forEach((passage, passageIndex) => {
    if (passage.reportId !== reportId) return;
    passage.sentences.forEach((sentence, sentenceIndex) => {
      // A sentence longer than a passage stands in several: its questions go to where it begins.
      if (!places.has(sentence.address))
        places.set(sentence.address, { passage: passageIndex, sentence: sentenceIndex });
    });
  });
  return questions.flatMap(({ sentence, language, text }) => {
    const place = places.get(sentence);
    return place ? [{ kind: 'question', language, text, ...place }] : [];
  });
}
