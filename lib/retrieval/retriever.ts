import type { EmbeddingModel } from '../models/embedding-model.ts';
import type { PassageIndex } from '../passage-index/open.ts';
import type { Passage, PassageSentence } from '../passages/passage.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { completedQuestion, type Turn } from './follow-up.ts';
import { NameVariants } from './name-variants.ts';
import { type Query, readQuery } from './query.ts';
import { questionParts } from './question-parts.ts';
import { sentenceProbabilities } from './rank.ts';
import { TermTable } from './term-table.ts';

export interface RetrievalRequest {
  readonly question: string;
  readonly history?: readonly Turn[];
  /** Only this report's passages. */
  readonly reportId?: string;
}

export interface RankedPassage {
  readonly passage: Passage;
  /** Of its best sentence. */
  readonly score: number;
  /** In reading order. */
  readonly sentences: readonly RankedSentence[];
}

export interface RankedSentence {
  readonly sentence: PassageSentence;
  readonly passage: Passage;
  /** The probability, 0 to 1, that this is the sentence that answers, under the form of the question it suits best. */
  readonly score: number;
}

/** One form of a question: as asked, completed from the history, or one of several asked at once. */
export interface SearchedForm {
  readonly kind: 'asked' | 'completed' | 'part';
  readonly query: Query;
  /** Raw scores, comparable between questions: what a refusal rests on. */
  readonly evidence: Evidence;
}

export interface Retrieval {
  /** The question as asked comes first. */
  readonly forms: readonly SearchedForm[];
  /** Best first. */
  readonly passages: readonly RankedPassage[];
}

/** Finds the passages of an index that answer a question, best first, with their raw scores. */
export class Retriever {
  readonly #index: PassageIndex;
  readonly #model: EmbeddingModel;
  readonly #terms: TermTable;
  readonly #names: NameVariants;

  constructor(index: PassageIndex, model: EmbeddingModel) {
    this.#index = index;
    this.#model = model;
    this.#terms = new TermTable(index.glossary.terms);
    this.#names = new NameVariants(
      index.glossary.names,
      index.passages.map((passage) => passage.text).join('\n'),
    );
  }

  async retrieve({ question, history = [], reportId }: RetrievalRequest): Promise<Retrieval> {
    const completed = completedQuestion(question, history);
    const forms = await Promise.all([
      this.#search('asked', question, reportId),
      ...(completed ? [this.#search('completed', completed, reportId)] : []),
      ...questionParts(question).map((part) => this.#search('part', part, reportId)),
    ]);
    return { forms, passages: this.#rank(forms) };
  }

  async #search(kind: SearchedForm['kind'], text: string, reportId?: string): Promise<SearchedForm> {
    const query = readQuery(text, this.#terms, this.#names);
    return { kind, query, evidence: await gatherEvidence(this.#index, this.#model, query, reportId) };
  }

  /** Each sentence under the form that suits it best, so that no part of a question drowns another. */
  #rank(forms: readonly SearchedForm[]): RankedPassage[] {
    const best = new Map<number, number[]>();
    for (const { evidence, query } of forms) {
      for (const { passage, sentences } of sentenceProbabilities(evidence, query.language)) {
        const known = best.get(passage) ?? [];
        for (const { sentence, probability } of sentences) {
          known[sentence] = Math.max(known[sentence] ?? 0, probability);
        }
        best.set(passage, known);
      }
    }
    return [...best]
      .flatMap(([position, probabilities]) => {
        const passage = this.#index.passages[position];
        return passage ? [rankedPassage(passage, probabilities)] : [];
      })
      .sort((a, b) => b.score - a.score);
  }
}

function rankedPassage(passage: Passage, probabilities: readonly number[]): RankedPassage {
  return {
    passage,
    score: Math.max(...probabilities),
    sentences: passage.sentences.map((sentence, at) => ({
      sentence,
      passage,
      score: probabilities[at] ?? 0,
    })),
  };
}
