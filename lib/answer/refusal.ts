import type { QuestionKind } from '../passages/passage.ts';
import type { Retrieval, SearchedForm } from '../retrieval/retriever.ts';
import type { RefusalReason } from './answer.ts';
import { REFUSAL_FEATURES, refusalFeatures } from './refusal-features.ts';
import weights from './refusal-weights.json' with { type: 'json' };

/** Scores (natural logarithm of the odds) below which a question is refused. */
const THRESHOLDS = {
  /** Surely about something else. */
  offTopic: -2.8,
  /** Probably about something else: the nearest sentence is shown all the same. */
  doubtful: -2,
  /** On the topic, but the report leaves it open. */
  unanswered: -2.15,
} as const;

/** Cosine below which, where known questions are wanting, the nearest sentence has nothing to do with a question. */
const NEAR_SENTENCE = 0.5;

/**
 * Why a question cannot be answered from what was retrieved, or undefined when it can. A follow-up is judged by
 * the form that fares best. Nothing is concluded from kinds of known questions that an index doesn't hold.
 */
export function refusalReason({ forms }: Retrieval): RefusalReason | undefined {
  const whole = forms.filter((form) => form.kind !== 'part');
  const holds = (kind: QuestionKind) => forms.every(({ evidence }) => evidence.questions.held[kind]);
  const best = (read: (form: SearchedForm) => number) => Math.max(...whole.map(read));
  if (!holds('answered') || !holds('background')) return isNear(forms) ? undefined : 'off-topic';

  const onTopic = best((form) => scoreOf(form, 'onTopic'));
  if (onTopic < THRESHOLDS.offTopic) return 'off-topic';
  if (onTopic < THRESHOLDS.doubtful) return 'not-in-report';
  const leftOpen = holds('unanswered') && best((form) => scoreOf(form, 'answered')) < THRESHOLDS.unanswered;
  return leftOpen ? 'not-in-report' : undefined;
}

/** Fitted by `npm run fit` on questions written for it. */
function scoreOf(form: SearchedForm, what: 'onTopic' | 'answered'): number {
  const model = weights[form.query.language === 'zh' ? 'chinese' : 'foreign'][what];
  const features = refusalFeatures(form);
  return REFUSAL_FEATURES.reduce(
    (sum, name, at) => sum + model.weights[name] * (features[at] ?? 0),
    model.bias,
  );
}

function isNear(forms: Retrieval['forms']): boolean {
  const sentences = forms.flatMap(({ evidence }) =>
    evidence.passages.flatMap((passage) => passage.sentences),
  );
  return sentences.some((sentence) => sentence.similarity >= NEAR_SENTENCE);
}
