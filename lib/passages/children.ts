import type { AnticipatedQuestion } from '../report/anticipated-questions.ts';
import { clauseSpans } from '../text/sentences.ts';
import { textOf } from '../text/spans.ts';
import type { KnownQuestion, Passage, SentenceChild } from './passage.ts';

/** The sentences of all passages and, of sentences that join several, their clauses. */
export function sentenceChildren(passages: readonly Passage[]): SentenceChild[] {
  return passages.flatMap((passage, passageIndex) =>
    passage.sentences.flatMap(({ text }, sentenceIndex) => {
      const clauses = clauseSpans(text).map((span) => textOf(text, span));
      const texts = clauses.length > 1 ? [text, ...clauses] : [text];
      return texts.map((part) => ({ passage: passageIndex, sentence: sentenceIndex, text: part }));
    }),
  );
}

/** The questions of one report's sentences, each beside the passage that holds its sentence. */
export function knownQuestions(
  passages: readonly Passage[],
  reportId: string,
  questions: readonly AnticipatedQuestion[],
): KnownQuestion[] {
  const places = new Map<string, { passage: number; sentence: number }>();
  passages.forEach((passage, passageIndex) => {
    if (passage.reportId !== reportId) return;
    passage.sentences.forEach(({ address }, sentenceIndex) => {
      // A sentence longer than a passage stands in several: its questions go to where it begins.
      if (!places.has(address)) places.set(address, { passage: passageIndex, sentence: sentenceIndex });
    });
  });
  return questions.flatMap(({ sentence, kind, language, text }) => {
    const place = places.get(sentence);
    return place ? [{ kind, language, text, ...place }] : [];
  });
}
