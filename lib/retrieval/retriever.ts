import type { EmbeddingModel } from '../models/embedding-model.ts';
import type { PassageIndex } from '../passage-index/open.ts';
import type { Passage, PassageSentence } from '../passages/passage.ts';
import { gatherEvidence, type PassageEvidence } from './evidence.ts';
import { completedQuestion, type Turn } from './follow-up.ts';
import { NameVariants } from './name-variants.ts';
import { type Query, readQuery } from './query.ts';
import { rankPassages } from './rank.ts';
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
  /** 0 to 1, comparable within one retrieval only. */
  readonly score: number;
  /** Comparable between questions: what a refusal rests on. */
  readonly evidence: PassageEvidence;
  /** In reading order. */
  readonly sentences: readonly RankedSentence[];
}

export interface RankedSentence {
  readonly sentence: PassageSentence;
  readonly passage: Passage;
  readonly score: number;
}

export interface Retrieval {
  /** The question as asked, then, for a follow-up, completed from the history. */
  readonly queries: readonly Query[];
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

  async retrieve({ question, history = [], reportId, ...request }: RetrievalRequest): Promise<Retrieval> {
    const completed = request.completed ?? completedQuestion(question, history);
    const queries = [question, ...(completed ? [completed] : [])].map((text) =>
      readQuery(text, this.#terms, this.#names),
    );
    const rankings = await Promise.all(queries.map((query) => this.#rank(query, reportId)));
    return { queries, passages: merge(rankings) };
  }

  async #rank(query: Query, reportId?: string): Promise<RankedPassage[]> {
    const evidence = await gatherEvidence(this.#index, this.#model, query, reportId);
    const evidenceOf = new Map(evidence.map((entry) => [entry.passage, entry]));
    return rankPassages(evidence, query.language).flatMap(({ passage: position, score, sentences }) => {
      const passage = this.#index.passages[position];
      const found = evidenceOf.get(position);
      if (!passage || !found) return [];
      const ranked = sentences.flatMap(({ sentence, score }) => {
        const text = passage.sentences[sentence];
        return text ? [{ sentence: text, passage, score }] : [];
      });
      return [{ passage, score, evidence: found, sentences: ranked }];
    });
  }
}

/** Of several forms of a question, each passage keeps the one that suits it best. */
function merge(rankings: readonly RankedPassage[][]): RankedPassage[] {
  const best = new Map<string, RankedPassage>();
  for (const ranked of rankings.flat()) {
    const known = best.get(ranked.passage.id);
    if (!known || ranked.score > known.score) best.set(ranked.passage.id, ranked);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
