import type { AnswerEvent, Answerer, AnswerOutcome, Citation } from './answer/answer.ts';
import { completeQuestion } from './answer/complete-question.ts';
import { ExtractiveAnswerer } from './answer/extractive.ts';
import { Lexicon } from './answer/guard/lexicon.ts';
import { ModelAnswerer } from './answer/model-answerer.ts';
import { WithFallback } from './answer/with-fallback.ts';
import type { ChatModel } from './models/chat-model.ts';
import { loadServingModel } from './models/configured-embeddings.ts';
import type { EmbeddingModel } from './models/embedding-model.ts';
import { type LanguageModelOptions, openLanguageModel } from './models/language-model.ts';
import { CurrentIndex } from './passage-index/current-index.ts';
import type { PassageIndex } from './passage-index/open.ts';
import type { AnticipatedQuestion } from './report/anticipated-questions.ts';
import type { Report } from './report/report.ts';
import type { Turn } from './retrieval/follow-up.ts';
import { type RankedPassage, Retriever } from './retrieval/retriever.ts';
import type { Settings } from './settings.ts';
import { type Language, languageOf } from './text/language.ts';
import { printable } from './text/normalise.ts';
import { warmTokeniser } from './text/tokenise.ts';

export interface Question {
  readonly question: string;
  readonly history?: readonly Turn[];
  /** Only about this report. */
  readonly reportId?: string;
  /** For a question that does not tell its language. */
  readonly locale?: Language;
}

/** An answer under way, and the edition of the index that it is made from. */
export interface Reply {
  readonly edition: string;
  readonly events: AsyncIterable<AnswerEvent>;
}

/** A reply at its end. */
export interface Answer extends AnswerOutcome {
  readonly edition: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface SearchResult {
  readonly edition: string;
  readonly passages: readonly RankedPassage[];
}

/** What serves questions: made anew for each edition of the index. */
interface Desk {
  readonly index: PassageIndex;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
  readonly writer?: Writer;
}

/** The language model that writes, where one is configured. */
interface Writer {
  readonly model: ChatModel;
  readonly options: LanguageModelOptions;
}

/** Answers questions about the indexed reports. */
export class Assistant {
  readonly #current: CurrentIndex<Desk>;

  private constructor(current: CurrentIndex<Desk>) {
    this.#current = current;
  }

  /**
   * Opens the index and warms the models, so that the first question costs what the second does.
   * @throws IndexError when there is no usable index
   */
  static async open(settings: Settings): Promise<Assistant> {
    const loading = loadServingModel(settings);
    const options = settings.languageModel;
    const writer = options && { model: openLanguageModel(options), options };
    warmTokeniser();
    const model = await loading;
    const onError = (error: Error) => console.error(`The new index was not taken up: ${error.message}`);
    const current = await CurrentIndex.open(
      settings.dataDirectory,
      model,
      (index) => deskFor(index, model, writer),
      onError,
    );
    const { retriever } = current.view;
    await retriever.retrieve({ question: '报告的主要内容是什么？' });
    return new Assistant(current);
  }

  get edition(): string {
    return this.#current.view.index.manifest.edition;
  }

  get reports(): readonly Report[] {
    return this.#current.view.index.reports;
  }

  /** Questions that a report's sentences answer, written beforehand, in reading order. */
  anticipatedQuestions(reportId: string, language: Language): AnticipatedQuestion[] {
    const { questions, passages } = this.#current.view.index;
    return questions.flatMap(({ kind, language: written, passage: position = -1, sentence = -1, text }) => {
      const passage = passages[position];
      const address = passage?.sentences[sentence]?.address;
      const wanted = kind === 'answered' && passage?.reportId === reportId && written === language;
      return wanted && address ? [{ kind, sentence: address, language, text }] : [];
    });
  }

  /** Retrieves passages and streams an answer that is made of them. Throws soon after `signal` is aborted. */
  ask(question: Question, signal?: AbortSignal): Reply {
    const desk = this.#current.view;
    return { edition: desk.index.manifest.edition, events: reply(desk, question, signal) };
  }

  /** The whole answer at once. */
  async answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    const { edition, events } = this.ask(question, signal);
    let text = '';
    let citations: readonly Citation[] = [];
    let outcome: AnswerOutcome | undefined;
    for await (const event of events) {
      if (event.type === 'text') text += event.text;
      else if (event.type === 'citations') citations = event.citations;
      else outcome = event.outcome;
    }
    if (!outcome) throw new Error('The answer ended without an outcome');
    return { edition, text, citations, ...outcome };
  }

  /** The passages nearest to a question, best first. */
  async search(question: Question, limit: number): Promise<SearchResult> {
    const { index, retriever } = this.#current.view;
    const { passages } = await retriever.retrieve(question);
    return { edition: index.manifest.edition, passages: passages.slice(0, limit) };
  }

  close(): void {
    this.#current.close();
  }
}

function deskFor(index: PassageIndex, model: EmbeddingModel, writer?: Writer): Desk {
  const { reports } = index;
  const retriever = new Retriever(index, model);
  const extractive = new ExtractiveAnswerer(reports);
  if (!writer) return { index, retriever, answerer: extractive };
  const { passageTokens, answerTokens } = writer.options;
  const options = { model: writer.model, lexicon: new Lexicon(index), reports, passageTokens, answerTokens };
  const log = (line: string) => console.error(line);
  const answerer = new WithFallback({
    writer: new ModelAnswerer(options),
    fallback: extractive,
    reports,
    log,
  });
  return { index, retriever, answerer, writer };
}

async function* reply(
  { retriever, answerer, writer }: Desk,
  asked: Question,
  signal?: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  signal?.throwIfAborted();
  const question = printable(asked.question);
  const history = (asked.history ?? []).map(({ role, content }) => ({ role, content: printable(content) }));
  const request = { ...(asked.reportId !== undefined && { reportId: asked.reportId }), question, history };
  const completed = writer && (await completeQuestion(writer.model, question, history, signal));
  const retrieval = await retriever.retrieve({ ...request, ...(completed && { completed }) });
  signal?.throwIfAborted();
  const language = languageOf(question, asked.locale);
  for await (const event of answerer.answer({ ...request, language, retrieval, ...(signal && { signal }) })) {
    signal?.throwIfAborted();
    const shown = completed && event.type === 'outcome';
    yield shown ? { ...event, outcome: { ...event.outcome, completedQuestion: completed } } : event;
  }
}
