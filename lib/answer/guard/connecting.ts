import { words } from '../../text/tokenise.ts';
import { lettersOf } from './evidence.ts';

/** Words that lead on to what follows and state nothing. */
const CONNECTING = new Set(
  (
    '根据 依据 按照 按 从 由 就 对 关于 针对 报告 本 该 这份 这 此 这些 上述 以上 以下 下面 如下 内容 资料 材料 原文 来源 回答 答案 问题 ' +
    '指出 提到 认为 写道 表示 强调 称 写 近年来 近些年 近年 现在 目前 当前 显示 介绍 列出 总结 概括 归纳 综上 综上所述 总之 总的来说 总体 总的 来说 来看 来讲 总体而言 而言 简言之 简而言之 具体 具体来看 具体而言 具体来说 ' +
    '首先 其次 再次 最后 此外 另外 同时 一方面 另一方面 其中 例如 比如 可以 分为 包括 主要 体现 表现 在 有 是 为 的 了 和 与 及 等 几个 几 个 方面 几点 点 如 看 到 中 里 上 下 所 述 ' +
    'according to the report says here are is key points main following as follows in summary short overall specifically these include first second third finally also moreover addition for example it that this of and ' +
    'согласно докладу в доклад докладе говорится следующее отмечается кратко итак таким образом основные пункты следующие во первых вторых наконец кроме того также например это и по из'
  ).split(' '),
);

/** Whether a word states nothing by itself. */
export function leadsOn(word: string): boolean {
  return CONNECTING.has(word);
}

/** Longer ones say something. */
const LONGEST = 60;

/** Whether a sentence only leads from one to the next: 具体来看： It needs no citation because it says nothing. */
export function isConnecting(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = words(text.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return said.length > 0 && said.every((word) => CONNECTING.has(word));
}

/** Whether a line is a heading in the report's own words. */
export function isHeading(text: string, known: readonly string[]): boolean {
  const line = text.trim();
  const marked = /^#{1,6}\s+\S/u.test(line) || /^(?:[-*]\s+|\d+[.、]\s*)?\*\*[^*]+\*\*[：:]?$/u.test(line);
  const letters = lettersOf(line.replace(/^\d+[.、]\s*/u, ''));
  return marked && letters.length > 1 && known.some((heading) => heading.includes(letters));
}
