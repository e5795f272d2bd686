import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { KnownQuestion, Passage } from '../passages/passage.ts';
import { holdsChinese } from '../text/language.ts';
import { stems } from '../text/stems.ts';
import { searchTokens } from '../text/tokenise.ts';
import { KeywordScores } from './keyword-scores.ts';

// BM25's usual values; MiniSearch adds d (BM25+), so that long passages are not punished to nothing.
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

interface KeywordDocument {
  /** Position in the list of passages or questions. */
  readonly id: number;
  readonly text: string;
  readonly headings?: string;
}

const PASSAGE_OPTIONS = optionsFor(['text', 'headings'], searchTokens);
const QUESTION_OPTIONS = optionsFor(['text'], questionTokens);

/** BM25 over jieba's tokens of passages and their headings. */
export function buildPassageKeywords(passages: readonly Passage[]): MiniSearch<KeywordDocument> {
  const index = new MiniSearch<KeywordDocument>(PASSAGE_OPTIONS);
  index.addAll(
    passages.map((passage, id) => ({
      id,
      text: passage.text,
      headings: [passage.chapter, passage.chapterTitle, passage.section].join(' '),
    })),
  );
  return index;
}

/** BM25 over anticipated questions in all languages: jieba's tokens, and stems of foreign words. */
export function buildQuestionKeywords(questions: readonly KnownQuestion[]): MiniSearch<KeywordDocument> {
  const index = new MiniSearch<KeywordDocument>(QUESTION_OPTIONS);
  index.addAll(questions.map(({ text }, id) => ({ id, text })));
  return index;
}

export function readPassageKeywords(json: string): KeywordScores {
  return new KeywordScores(JSON.parse(json) as AsPlainObject, BM25, searchTokens);
}

export function readQuestionKeywords(json: string): KeywordScores {
  return new KeywordScores(JSON.parse(json) as AsPlainObject, BM25, questionTokens);
}

/** Jieba's tokens of a Chinese question, the stems of one in another language. */
export function questionTokens(text: string): string[] {
  return holdsChinese(text) ? searchTokens(text) : stems(text);
}

function optionsFor(fields: string[], tokenize: (text: string) => string[]): Options<KeywordDocument> {
  return {
    fields,
    tokenize,
    processTerm: (term) => term, // the tokenisers have normalised them
    searchOptions: { combineWith: 'OR', bm25: BM25 },
  };
}
