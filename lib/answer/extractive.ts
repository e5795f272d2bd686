import { sectionUrl } from '../report/place.ts';
import type { Report } from '../report/report.ts';
import type { RankedSentence, Retrieval } from '../retrieval/retriever.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';
import type {
  AnswerEvent,
  Answerer,
  AnswerRequest,
  Citation,
  NearestSection,
  RefusalReason,
} from './answer.ts';
import { answerFromOutline } from './outline.ts';
import { contradictedFigure } from './premise.ts';
import { citationOf, quotationsOf } from './quotation.ts';
import { refusalReason } from './refusal.ts';
import { selectSentences } from './select-sentences.ts';

const NEAREST_SECTIONS = 3;
const NEAREST_SENTENCES = 2;

/** Answers in the report's own sentences. */
export class ExtractiveAnswerer implements Answerer {
  readonly mode = 'extractive';
  readonly #reports: readonly Report[];
  readonly #titles: ReadonlyMap<string, string>;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    this.#titles = new Map(reports.map((report) => [report.id, report.title]));
  }

  async *answer(request: AnswerRequest): AsyncGenerator<AnswerEvent> {
    const wording = wordingIn(request.language);
    const outline = answerFromOutline(request, this.#reports, wording);
    if (outline) {
      yield* this.#finish(outline.text, outline.citations, wording);
      return;
    }
    const sentences = selectSentences(request.retrieval, request.question);
    const citations = this.#cite(sentences);
    const quotes = citations.map(({ quote }) => quote);
    const contradicted = contradictedFigure(request.question, quotes);
    const reason = refusalReason(request.retrieval);
    // A figure that the report gives differently is answered by the report's own.
    if (reason && !(reason === 'not-in-report' && contradicted)) {
      const shown = reason === 'not-in-report' ? sentences.slice(0, NEAREST_SENTENCES) : [];
      yield* this.#refuse(reason, request.retrieval, this.#cite(shown), wording);
      return;
    }
    const premise = contradicted ? [`${wording.answer.otherFigure}\n\n`] : [];
    yield* this.#finish([...premise, ...this.#compose(citations, wording)], citations, wording);
  }

  #cite(sentences: readonly RankedSentence[]): Citation[] {
    return quotationsOf(sentences).map((quotation, index) => citationOf(quotation, index + 1, this.#titles));
  }

  /** The citations, a section at a time, each section introduced once; sections in the order of their best. */
  *#compose(citations: readonly Citation[], wording: Wording): Generator<string> {
    const bySection = Map.groupBy(citations, ({ report, chapter, section }) =>
      [report, chapter, section].join('\n'),
    );
    let first = true;
    for (const group of bySection.values()) {
      const [head] = group;
      if (!head) continue;
      const place = {
        chapter: head.chapter,
        section: head.section,
        ...(this.#reports.length > 1 && { report: head.report }),
      };
      yield `${first ? '' : '\n\n'}${wording.answer.introduce(place)}`;
      for (const citation of group) yield `${citation.quote}[${citation.id}]`;
      first = false;
    }
  }

  *#finish(text: Iterable<string>, citations: readonly Citation[], wording: Wording): Generator<AnswerEvent> {
    yield { type: 'citations', citations };
    for (const piece of text) yield { type: 'text', text: piece };
    const notice = wording.answer.extractiveNotice;
    yield { type: 'outcome', outcome: { mode: this.mode, refusal: null, notice } };
  }

  /** Whoever asks about the topic is shown how near the report comes, so that a refusal in error costs little. */
  *#refuse(
    reason: RefusalReason,
    retrieval: Retrieval,
    citations: readonly Citation[],
    wording: Wording,
  ): Generator<AnswerEvent> {
    const nearest = this.#nearestSections(retrieval);
    yield { type: 'citations', citations };
    if (citations.length > 0) {
      yield { type: 'text', text: `${wording.answer.notInReport}\n\n` };
      for (const text of this.#compose(citations, wording)) yield { type: 'text', text };
    } else {
      const title = nearest[0]?.report ?? this.#reports[0]?.title ?? '';
      yield { type: 'text', text: wording.answer.offTopic(title) };
    }
    const notice = citations.length > 0 ? wording.answer.extractiveNotice : '';
    yield { type: 'outcome', outcome: { mode: this.mode, refusal: { reason, nearest }, notice } };
  }

  #nearestSections({ passages }: Retrieval): NearestSection[] {
    const sections = new Map<string, NearestSection>();
    for (const { passage } of passages) {
      const { reportId, chapter, chapterTitle, section } = passage;
      const address = passage.id.slice(reportId.length + 1).replace(/-p\d.*$/, '');
      const url = sectionUrl(reportId, address);
      const report = this.#titles.get(reportId) ?? '';
      if (!sections.has(url)) sections.set(url, { report, chapter, chapterTitle, section, url });
      if (sections.size === NEAREST_SECTIONS) break;
    }
    return [...sections.values()];
  }
}
