import { holdsChinese } from '../text/language.ts';

/** An earlier turn of a conversation. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

// Words that point back, and beginnings that go on with what was said.
const POINTS_BACK =
  /它|他们|她|该|这个|那个|这些|那些|其中|这种|此|上述|前者|后者|呢[？?]?$|^(那|还有|另外|然后|具体|为什么|为何|怎么|什么时候|多少|哪|谁|副|又)|^(and|а|и)(?!\p{L})|\b(it|its|they|them|their|that|this|those|these|he|she|there|what about)\b|(?<!\p{L})(он|она|оно|они|его|ее|её|их|это|этот|этого|там|тогда|ещё|еще)(?!\p{L})/iu;

/** Characters below which a question seldom says all by itself. */
const SHORT_QUESTION = { zh: 12, other: 40 } as const;

/**
 * The question completed with the one it goes on from, or undefined when it stands by itself. Both forms are
 * searched, so that a mistake here costs little.
 */
export function completedQuestion(question: string, history: readonly Turn[]): string | undefined {
  const previous = history.findLast((turn) => turn.role === 'user')?.content;
  if (!previous || !needsCompletion(question)) return undefined;
  return `${previous} ${question}`;
}

export function needsCompletion(question: string): boolean {
  const longest = holdsChinese(question) ? SHORT_QUESTION.zh : SHORT_QUESTION.other;
  return question.length <= longest || POINTS_BACK.test(question);
}
