import { LRUCache } from 'lru-cache';
import type { EmbeddingModel } from '../models/embedding-model.ts';
import type { PassageIndex } from '../passage-index/open.ts';
import type { Passage, PassageSentence } from '../passages/passage.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { completedQuestion, type Turn } from './follow-up.ts';
import { NameVariants } from './name-variants.ts';
import { type Query, readQuery } from './query.ts';
import { questionParts } from './question-parts.ts';
import { FITTED_WEIGHTS, type RankingWeights, sentenceProbabilities } from './rank.ts';
import { TermTable } from './term-table.ts';

export interface RetrievalRequest {
  readonly question: string;
  readonly history?: readonly Turn[];
  /** The question completed from the history, where that was done already. */
  readonly completed?: string;
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
  /** Ranked for this form alone, best first. */
  readonly passages: readonly RankedPassage[];
}

export interface Retrieval {
  /** The question as asked comes first. */
  readonly forms: readonly SearchedForm[];
  /** Best first. */
  readonly passages: readonly RankedPassage[];
}

/** Suggested questions are asked by many. One retrieval with all its scores takes about 100 KB. */
const RETRIEVALS_KEPT = 200;

/** Finds the passages of an index that answer a question, best first, with their raw scores. */
export class Retriever {
  readonly #index: PassageIndex;
  readonly #model: EmbeddingModel;
  readonly #terms: TermTable;
  readonly #names: NameVariants;
  readonly #weights: RankingWeights;
  readonly #recent = new LRUCache<string, Retrieval>({ max: RETRIEVALS_KEPT });

  constructor(index: PassageIndex, model: EmbeddingModel, weights = FITTED_WEIGHTS) {
    this.#index = index;
    this.#model = model;
    this.#weights = weights;
    this.#terms = new TermTable(index.glossary.terms);
    this.#names = new NameVariants(
      index.glossary.names,
      index.passages.map((passage) => passage.text).join('\n'),
    );
  }

  /** Asked again, a question without a history is not searched again: an index doesn't change. */
  async retrieve(request: RetrievalRequest): Promise<Retrieval> {
    if (request.history?.length || request.completed) return this.#retrieve(request);
    const key = JSON.stringify([request.question, request.reportId]);
    const known = this.#recent.get(key);
    if (known) return known;
    const retrieval = await this.#retrieve(request);
    this.#recent.set(key, retrieval);
    return retrieval;
  }

  async #retrieve({ question, history = [], reportId, ...request }: RetrievalRequest): Promise<Retrieval> {
    const completed = request.completed ?? completedQuestion(question, history);
    const forms = await Promise.all([
      this.#search('asked', question, reportId),
      ...(completed ? [this.#search('completed', completed, reportId)] : []),
      ...questionParts(question).map((part) => this.#search('part', part, reportId)),
    ]);
    return { forms, passages: merge(forms) };
  }

  async #search(kind: SearchedForm['kind'], text: string, reportId?: string): Promise<SearchedForm> {
    const query = readQuery(text, this.#terms, this.#names);
    const evidence = await gatherEvidence(this.#index, this.#model, query, reportId);
    const passages = sentenceProbabilities(evidence, query.language, this.#weights).flatMap(
      ({ passage: position, sentences }) => {
        const passage = this.#index.passages[position];
        return passage ? [rankedPassage(passage, sentences)] : [];
      },
    );
    return { kind, query, evidence, passages: bestFirst(passages) };
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

/** Each sentence under the form that suits it best, so that no part of a question drowns another. */
function merge(forms: readonly SearchedForm[]): RankedPassage[] {
  const best = new Map<Passage, number[]>();
  for (const { passage, sentences } of forms.flatMap((form) => form.passages)) {
    const known = best.get(passage);
    best.set(
      passage,
      sentences.map(({ score }, at) => Math.max(score, known?.[at] ?? 0)),
    );
  }
  return bestFirst([...best].map(([passage, probabilities]) => rankedPassage(passage, probabilities)));
}

function bestFirst(passages: readonly RankedPassage[]): RankedPassage[] {
  return passages.toSorted((a, b) => b.score - a.score);
}
