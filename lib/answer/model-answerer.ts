import type { ChatModel, ChatPart } from '../models/chat-model.ts';
import { ModelFailure } from '../models/model-failure.ts';
import type { Report } from '../report/report.ts';
import { wordingIn } from '../wording/wording.ts';
import type { AnswerEvent, Answerer, AnswerRequest, CheckedSentences } from './answer.ts';
import { evidenceSource } from './guard/evidence.ts';
import { Guard, type Verdict } from './guard/guard.ts';
import type { Lexicon } from './guard/lexicon.ts';
import { sentencesOf } from './guard/sentence-buffer.ts';
import { handOut, NO_ANSWER, promptFor } from './prompt.ts';
import { chapterFirst, outlineFor } from './prompt-outline.ts';

export interface ModelAnswererOptions {
  readonly model: ChatModel;
  readonly lexicon: Lexicon;
  readonly reports: readonly Report[];
  /** Tokens of passages that the model is shown. */
  readonly passageTokens: number;
  readonly answerTokens: number;
}

/** The model wrote, and nothing of it stood the check. */
export class UnfoundedAnswer extends Error {
  override readonly name = 'UnfoundedAnswer';
}

/** The model's answer ended before its end, for the reason in `cause`. */
export class InterruptedAnswer extends Error {
  override readonly name = 'InterruptedAnswer';
  /** Until then. */
  readonly checked: CheckedSentences;

  constructor(cause: unknown, checked: CheckedSentences) {
    super((cause as Error).message, { cause });
    this.checked = checked;
  }
}

/** A model that says a sentence again this often has begun to turn in circles. */
const REPETITIONS = 3;
/** Sentences in a row that were not shown, after which nothing good is to be expected. */
const DROPPED_IN_A_ROW = 12;
/** Characters: several times what the token limit allows; a service that goes on ignores the limit. */
const LONGEST_ANSWER = 8_000;

/** Answers in a model's words, each sentence checked before it is passed on. */
export class ModelAnswerer implements Answerer {
  readonly mode = 'model';
  readonly #options: ModelAnswererOptions;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: ModelAnswererOptions) {
    this.#options = options;
    this.#titles = new Map(options.reports.map((report) => [report.id, report.title]));
  }

  /** @throws InterruptedAnswer; what was given until then stands */
  async *answer(request: AnswerRequest): AsyncGenerator<AnswerEvent> {
    const { lexicon, reports, passageTokens } = this.#options;
    const outline = outlineFor(request, reports);
    const passages = handOut(chapterFirst(request.retrieval.passages, outline), passageTokens);
    const sources = passages.map(({ id, ranked }) => evidenceSource(id, ranked));
    const guard = new Guard({ sources, lexicon, titles: this.#titles, language: request.language });
    const page = new Page(guard);
    const upstream = new AbortController();
    const prompt = promptFor(request, passages, outline?.text);
    try {
      for await (const sentence of sentencesOf(this.#write(prompt, upstream.signal, request.signal))) {
        yield* page.add(sentence);
      }
      if (page.checked.shown === 0 && !request.signal?.aborted)
        throw new UnfoundedAnswer(`nothing stood the check; sentences dropped: ${page.checked.dropped}`);
    } catch (error) {
      throw new InterruptedAnswer(error, page.checked);
    } finally {
      // However this ends, nobody reads on.
      upstream.abort();
    }
    if (request.signal?.aborted) return;
    const { checked } = page;
    const notice = wordingIn(request.language).answer.modelNotice(checked);
    yield { type: 'outcome', outcome: { mode: this.mode, refusal: null, notice, checked } };
  }

  async *#write(
    { instructions, question }: { instructions: string; question: string },
    ...signals: readonly (AbortSignal | undefined)[]
  ): AsyncGenerator<string> {
    const { model, answerTokens } = this.#options;
    const signal = AbortSignal.any(signals.filter((one) => one !== undefined));
    const messages = [{ role: 'user', content: question } as const];
    let length = 0;
    const parts: AsyncIterable<ChatPart> = model.stream({
      instructions,
      messages,
      maxOutputTokens: answerTokens,
      signal,
    });
    for await (const part of parts) {
      if (part.type !== 'text') continue;
      length += part.text.length;
      if (length > LONGEST_ANSWER)
        throw new ModelFailure('too-long', `more than ${LONGEST_ANSWER} characters`);
      yield part.text;
    }
  }
}

/** What a reader has been given so far, and what was kept from them. */
class Page {
  readonly #guard: Guard;
  #shown = 0;
  #repaired = 0;
  #dropped = 0;
  #pending = '';
  #gap = '';
  #repeated = 0;
  #droppedInARow = 0;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  get checked(): CheckedSentences {
    return { shown: this.#shown, repaired: this.#repaired, dropped: this.#dropped };
  }

  *add(sentence: string): Generator<AnswerEvent> {
    if (sentence.includes(NO_ANSWER)) return;
    this.#gap += /^\s*/u.exec(sentence)?.[0] ?? '';
    const verdict = this.#guard.check(sentence);
    if (verdict.kind === 'dropped') this.#drop(verdict.objection);
    else if (verdict.kind === 'connecting') this.#pending += this.#takeGap() + verdict.text;
    else if (verdict.kind === 'shown') yield* this.#show(verdict);
    this.#gap += /\s*$/u.exec(sentence)?.[0] ?? '';
  }

  *#show({ text, citations, repaired }: Extract<Verdict, { kind: 'shown' }>): Generator<AnswerEvent> {
    this.#droppedInARow = 0;
    this.#repaired += Number(repaired);
    if (citations.length > 0 || this.#shown === 0)
      yield { type: 'citations', citations: this.#guard.citations };
    const lead = this.#pending;
    this.#pending = '';
    const piece = `${lead}${this.#takeGap()}${text}`;
    yield { type: 'text', text: this.#shown === 0 ? piece.trimStart() : piece };
    this.#shown++;
  }

  #drop(objection: string): void {
    this.#dropped++;
    this.#repeated += Number(objection === 'repeated');
    this.#droppedInARow++;
    if (this.#repeated >= REPETITIONS)
      throw new ModelFailure('repetition', `the same sentence came ${REPETITIONS + 1} times`);
    if (this.#droppedInARow >= DROPPED_IN_A_ROW)
      throw new UnfoundedAnswer(`${DROPPED_IN_A_ROW} sentences in a row did not stand the check`);
  }

  /** The white space since the last sentence that was shown: of dropped ones only the breaks remain. */
  #takeGap(): string {
    const gap = this.#gap;
    this.#gap = '';
    if (/\n\s*\n/u.test(gap)) return '\n\n';
    if (gap.includes('\n')) return '\n';
    return gap === '' ? '' : ' ';
  }
}
