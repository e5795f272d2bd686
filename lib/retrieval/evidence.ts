import type { EmbeddingModel } from '../models/embedding-model.ts';
import { type Neighbour, nearest } from '../passage-index/hnsw.ts';
import type { LayerName } from '../passage-index/layers.ts';
import type { Layer, PassageIndex } from '../passage-index/open.ts';
import { knownQuestionEvidence, type QuestionEvidence } from './known-questions.ts';
import type { Query } from './query.ts';
import { type SentenceNumbers, sentenceNumbers } from './sentence-numbers.ts';
import { sentenceSimilarities, similarityAt } from './similarities.ts';

/** Neighbours taken from each graph. Together with the keywords they name the passages that are compared. */
const NEIGHBOURS = { passages: 60, sentences: 120, questions: 256 } as const;

/** Raw scores of one query: similarities are cosines, words are BM25 sums, 0 where none is shared. */
export interface Evidence {
  /** The passages that may answer, in no order. */
  readonly passages: readonly PassageEvidence[];
  readonly questions: QuestionEvidence;
}

export interface PassageEvidence {
  /** Position in the list of passages. */
  readonly passage: number;
  readonly similarity: number;
  readonly words: number;
  readonly sentences: readonly SentenceEvidence[];
}

export interface SentenceEvidence {
  /** Position in the passage's sentences. */
  readonly sentence: number;
  /** Of the sentence or its best clause. */
  readonly similarity: number;
  /** Of the nearest question that it answers; undefined when none is near. */
  readonly question: number | undefined;
  /** The question's own words in questions that it answers: the best of them, and the best three on average. */
  readonly questionWords: number;
  readonly threeQuestionsWords: number;
  /** A foreign question's Chinese terms in questions that it answers. */
  readonly translatedWords: number;
}

/** Finds the passages that may answer and compares each of them, its sentences and their questions exactly. */
export async function gatherEvidence(
  index: PassageIndex,
  model: EmbeddingModel,
  query: Query,
  reportId?: string,
): Promise<Evidence> {
  // The model may compute in a thread of its own: meanwhile the words are searched for.
  const embedding = model.embedQuery(query.chinese);
  const numbers = sentenceNumbers(index);
  const words = index.keywords.passages.of(query.keywords);
  const ownWords = index.keywords.questions.of(query.text);
  const translatedWords = query.language === 'zh' ? undefined : index.keywords.questions.of(query.keywords);

  const vector = Float64Array.from(await embedding);
  const near = searchLayers(index, vector, reportId);
  const known = knownQuestionEvidence(index, query.text, numbers, near.questions, ownWords, translatedWords);
  const candidates = candidatesAmong(index, near, words, reportId);
  const similarities = sentenceSimilarities(index, numbers, candidates, vector);
  return {
    questions: known.all,
    passages: candidates.map((passage) => ({
      passage,
      similarity: similarityAt(index.layers.passages, passage, vector),
      words: words.get(passage) ?? 0,
      sentences: sentencesOf(index, numbers, passage).map(({ sentence, number }) => ({
        sentence,
        similarity: similarities[number] ?? -1,
        ...known.ofSentence(number),
      })),
    })),
  };
}

type Neighbours = Readonly<Record<LayerName, readonly Neighbour[]>>;

function searchLayers(
  { layers, passages }: PassageIndex,
  vector: Float64Array,
  reportId: string | undefined,
): Neighbours {
  const query = Array.from(vector);
  const search = ({ store, entries }: Layer, count: number) => {
    const accepts = (position: number) => {
      const passage = entries[position]?.passage;
      return passage === undefined || passages[passage]?.reportId === reportId;
    };
    return nearest(store, query, count, reportId === undefined ? undefined : accepts);
  };
  return {
    passages: search(layers.passages, NEIGHBOURS.passages),
    sentences: search(layers.sentences, NEIGHBOURS.sentences),
    questions: search(layers.questions, NEIGHBOURS.questions),
  };
}

/** The passages that neighbours or words lead to, each once, in the order in which they were found. */
function candidatesAmong(
  { layers, passages }: PassageIndex,
  near: Neighbours,
  words: ReadonlyMap<number, number>,
  reportId: string | undefined,
): number[] {
  const candidates = new Set<number>();
  for (const name of ['passages', 'sentences', 'questions'] as const) {
    for (const { position } of near[name]) candidates.add(layers[name].entries[position]?.passage ?? -1);
  }
  for (const passage of words.keys()) candidates.add(passage);
  return [...candidates].filter((passage) => {
    const found = passages[passage];
    return found && (reportId === undefined || found.reportId === reportId);
  });
}

function sentencesOf({ passages }: PassageIndex, { starts }: SentenceNumbers, passage: number) {
  const start = starts[passage] ?? 0;
  const count = passages[passage]?.sentences.length ?? 0;
  return Array.from({ length: count }, (_, sentence) => ({ sentence, number: start + sentence }));
}
