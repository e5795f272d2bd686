import type { AnswerOutcome, Citation } from '../../lib/answer/answer.ts';
import { ExtractiveAnswerer } from '../../lib/answer/extractive.ts';
import { Lexicon } from '../../lib/answer/guard/lexicon.ts';
import { ModelAnswerer } from '../../lib/answer/model-answerer.ts';
import { WithFallback } from '../../lib/answer/with-fallback.ts';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import type { ChatModel } from '../../lib/models/chat-model.ts';
import { openLanguageModel } from '../../lib/models/language-model.ts';
import type { TimeLimits } from '../../lib/models/reliable-chat-model.ts';
import type { TokenLimits } from '../../lib/models/token-budget.ts';
import { openIndex } from '../../lib/passage-index/open.ts';
import type { Turn } from '../../lib/retrieval/follow-up.ts';
import { type Retrieval, Retriever } from '../../lib/retrieval/retriever.ts';
import { type Language, languageOf } from '../../lib/text/language.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

/** Short, so that a test of a slow model is quick. */
export const LIMITS: TimeLimits = { first: 400, pause: 300, whole: 1_500 };
const PLENTY: TokenLimits = { perMinute: 10_000_000, perDay: 10_000_000 };

export interface Written extends AnswerOutcome {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly log: readonly string[];
  /** Milliseconds until the first text, and until the end. */
  readonly first: number;
  readonly took: number;
}

export interface WritingRequest {
  readonly question: string;
  readonly history?: readonly Turn[];
  readonly language?: Language;
  readonly signal?: AbortSignal;
  /** Found already, and perhaps tampered with. */
  readonly retrieval?: Retrieval;
}

/** The index of the corpus with everything that answers from it; `model` anew for each test, its breaker closed. */
export async function openWritingDesk() {
  const index = await openIndex(
    await indexedCorpus(),
    await BundledEmbeddings.load('models/bge-small-zh-v1.5'),
  );
  const retriever = new Retriever(index, await BundledEmbeddings.load('models/bge-small-zh-v1.5'));
  const lexicon = new Lexicon(index);
  const { reports } = index;
  const extractive = new ExtractiveAnswerer(reports);

  const modelAt = (baseUrl: string, limits = LIMITS, budget = PLENTY): ChatModel =>
    openLanguageModel({
      service: { baseUrl, apiKey: 'sk-secret' },
      model: 'scripted',
      protocol: 'chat-completions',
      limits,
      budget,
      passageTokens: 3_500,
      answerTokens: 1_200,
    });

  async function write(model: ChatModel | undefined, request: WritingRequest): Promise<Written> {
    const { question, history = [], language = languageOf(question), signal } = request;
    const log: string[] = [];
    const options = { lexicon, reports, passageTokens: 3_500, answerTokens: 1_200 };
    const answerer = model
      ? new WithFallback({
          writer: new ModelAnswerer({ ...options, model }),
          fallback: extractive,
          reports,
          log: (line) => log.push(line),
        })
      : extractive;
    const retrieval = request.retrieval ?? (await retriever.retrieve({ question, history }));
    const started = performance.now();
    let first = Number.POSITIVE_INFINITY;
    let text = '';
    let citations: readonly Citation[] = [];
    let outcome: AnswerOutcome | undefined;
    for await (const event of answerer.answer({
      question,
      history,
      language,
      retrieval,
      ...(signal && { signal }),
    })) {
      if (event.type === 'text') {
        first = Math.min(first, performance.now() - started);
        text += event.text;
      } else if (event.type === 'citations') citations = event.citations;
      else outcome = event.outcome;
    }
    if (!outcome) throw new Error('The answer ended without an outcome');
    return { ...outcome, text, citations, log, first, took: performance.now() - started };
  }

  /** The id that a passage holding the words is given in the prompt for a question, counted from 1. */
  async function idOf(words: string, question: string): Promise<number> {
    const { passages } = await retriever.retrieve({ question });
    return passages.findIndex(({ passage }) => passage.text.includes(words)) + 1;
  }

  return { index, lexicon, retriever, modelAt, write, idOf };
}

/** The same passages with a sentence added to the first: somebody wrote it into the report. */
export function tamperedWith(retrieval: Retrieval, sentence: string): Retrieval {
  const [first, ...others] = retrieval.passages;
  const last = first?.passage.sentences.at(-1);
  if (!first || !last) throw new Error('Nothing was found that could be tampered with');
  const sentences = [...first.passage.sentences, { ...last, text: sentence }];
  const passage = { ...first.passage, text: first.passage.text + sentence, sentences };
  return { ...retrieval, passages: [{ ...first, passage }, ...others] };
}
