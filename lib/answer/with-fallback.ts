import type { Report } from '../report/report.ts';
import { wordingIn } from '../wording/wording.ts';
import type { AnswerEvent, Answerer, AnswerRequest, CheckedSentences, Citation } from './answer.ts';
import { InterruptedAnswer, UnfoundedAnswer } from './model-answerer.ts';
import { asksForContents } from './prompt-outline.ts';
import { refusalReason } from './refusal.ts';

export interface FallbackOptions {
  readonly writer: Answerer;
  readonly fallback: Answerer;
  readonly reports: readonly Report[];
  /** Told why the writer gave up, in one line. */
  readonly log: (line: string) => void;
}

const NOTHING_CHECKED: CheckedSentences = { shown: 0, repaired: 0, dropped: 0 };

/**
 * The writer answers; where it must not (the question is refused, or the parsed tree answers) or cannot, the
 * fallback does. Whatever the writer was asked or told, it has no say in a refusal.
 */
export class WithFallback implements Answerer {
  readonly mode = 'model';
  readonly #options: FallbackOptions;

  constructor(options: FallbackOptions) {
    this.#options = options;
  }

  async *answer(request: AnswerRequest): AsyncGenerator<AnswerEvent> {
    const { writer, fallback, reports, log } = this.#options;
    if (asksForContents(request, reports) || refusalReason(request.retrieval)) {
      yield* fallback.answer(request);
      return;
    }
    let shown: readonly Citation[] | undefined;
    try {
      for await (const event of writer.answer(request)) {
        if (event.type === 'citations') shown = event.citations;
        yield event;
      }
    } catch (error) {
      if (request.signal?.aborted) return;
      log(`The language model did not answer: ${(error as Error).message.split('\n')[0]}`);
      const { answer } = wordingIn(request.language);
      const unfounded = (error as Error).cause instanceof UnfoundedAnswer;
      const reason = unfounded ? answer.modelUnfounded : answer.modelFailed;
      const checked = error instanceof InterruptedAnswer ? error.checked : NOTHING_CHECKED;
      if (shown) yield* this.#continueWith(request, shown, checked);
      else yield* withNotice(fallback.answer(request), reason);
    }
  }

  /** After a beginning by the writer: the fallback's answer below it, its citations numbered on. */
  async *#continueWith(
    request: AnswerRequest,
    shown: readonly Citation[],
    checked: CheckedSentences,
  ): AsyncGenerator<AnswerEvent> {
    const { answer } = wordingIn(request.language);
    yield { type: 'text', text: `\n\n${answer.modelBrokeOff}\n\n` };
    const numberedOn = (id: number) => id + shown.length;
    for await (const event of this.#options.fallback.answer(request)) {
      if (event.type === 'citations') {
        const more = event.citations.map((citation) => ({ ...citation, id: numberedOn(citation.id) }));
        yield { type: 'citations', citations: [...shown, ...more] };
      } else if (event.type === 'text') {
        yield {
          type: 'text',
          text: event.text.replace(/\[(\d+)\]/g, (_, id) => `[${numberedOn(Number(id))}]`),
        };
      } else {
        const notice = `${answer.modelNotice(checked)}${answer.modelFailed}`;
        yield { type: 'outcome', outcome: { ...event.outcome, mode: this.mode, notice, checked } };
      }
    }
  }
}

async function* withNotice(events: AsyncIterable<AnswerEvent>, reason: string): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type !== 'outcome') yield event;
    else yield { ...event, outcome: { ...event.outcome, notice: `${reason}${event.outcome.notice}` } };
  }
}
