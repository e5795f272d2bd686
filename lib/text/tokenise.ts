import jieba from 'nodejieba';
import { normalise } from './normalise.ts';

// Without this flag jieba makes a token of every single digit and Latin letter.
const KEEP_LATIN_AND_DIGITS = true;

const WORD = /[\p{L}\p{N}]/u;

// Words so common in any Chinese question or report that sharing them says nothing about the subject.
const STOP_WORDS = new Set(
  (
    '的 了 是 在 和 与 及 或 也 都 就 而 但 并 被 把 对 从 向 为 以 于 其 之 这 那 该 此 等 着 过 吗 呢 吧 啊 嘛 么 ' +
    '什么 哪些 哪个 哪 怎么 怎样 如何 为什么 为何 多少 几 谁 请问 请 问 有 没有 会 能 可以 要 我 你 他 她 它 我们 你们 ' +
    'the a an of in on at to for and or is are was were be by with from that this which what who when where how why do does did ' +
    'и в на по с о об от к у за из для что как где кто какие какой какая какое когда сколько ли'
  ).split(' '),
);

/** Loads the dictionaries (about a second, 300 MB), so that the first question need not. */
export function warmTokeniser(): void {
  jieba.cut('预热', KEEP_LATIN_AND_DIGITS);
  jieba.tag('预热');
}

/** Jieba's words in reading order, punctuation and spaces included: joined, they are the text again. */
export function words(text: string): string[] {
  return jieba.cut(text, KEEP_LATIN_AND_DIGITS);
}

/**
 * The tokens under which a text is found: normalised words and, of long words, the shorter words within them;
 * no punctuation, no stop words.
 */
export function searchTokens(text: string): string[] {
  return jieba
    .cutForSearch(normalise(text), KEEP_LATIN_AND_DIGITS)
    .filter((token) => WORD.test(token) && !STOP_WORDS.has(token));
}

/** Jieba's tags for people, places, bodies and other names. */
const NAME_TAG = /^n[rstz]/;

/** The words of a text that jieba takes for names, in reading order. */
export function properNames(text: string): string[] {
  return jieba.tag(text).flatMap(({ word, tag }) => (NAME_TAG.test(tag) && word.length > 1 ? [word] : []));
}
