import type { PlaceName, Wording } from './wording.ts';
import { zhPage } from './zh-page.ts';

const at = ({ report, chapter, section }: PlaceName) =>
  `${report ? `《${report}》` : '报告'}${chapter}${section ? `“${section}”` : ''}`;

export const zh: Wording = {
  answer: {
    introduce: (place) => `${at(place)}指出：`,
    offTopic: (report) => `这个问题与《${report}》无关，报告没有涉及。我只回答这份报告写到的内容。`,
    otherFigure: '报告给出的数字与问题中的不同，原文是：',
    notInReport: '报告没有直接回答这个问题，与之最接近的内容是：',
    nearestSections: '也许可以看看：',
    contents: (report, chapters) => `《${report}》的正文共${chapters}章，目录如下：`,
    chapterSections: ({ label, title }, count) => `${label}${title ? `“${title}”` : ''}共${count}节：`,
    subPoints: (place, count) => `${at(place)}列出了${count}个方面：`,
    extractiveNotice: '以上均为报告原文，未经改写。',
    modelNotice: ({ repaired, dropped }) =>
      `内容由人工智能生成，每句话都已与所引的报告原文核对${repaired ? `；${repaired}句更正了出处` : ''}${dropped ? `；${dropped}句未通过核对，没有显示` : ''}。请以报告原文为准。`,
    modelFailed: '语言模型这次没有给出完整的回答，改由报告原文作答。',
    modelUnfounded: '语言模型的回答没有通过核对，未予显示，改由报告原文作答。',
    modelBrokeOff: '（人工智能生成的内容到此中断，以下为报告原文。）',
  },
  page: zhPage,
  errors: {
    'invalid-json': '请求不是有效的 JSON。',
    'invalid-request': '请求的格式不对。',
    'question-empty': '请输入问题。',
    'question-too-long': '问题太长了，请控制在 2000 字以内。',
    'history-too-long': '对话太长了，最多附带 20 条历史消息。',
    'body-too-large': '请求超过了 64 KB。',
    'unknown-locale': '不支持这种语言：只有 zh、en、ru。',
    'unknown-report': '没有这份报告。',
    'not-found': '没有这个地址。',
    'foreign-origin': '这个请求来自未获许可的网站。',
    'token-invalid': '对话凭证无效，请重新打开窗口。',
    'token-expired': '对话凭证已过期，请重新打开窗口。',
    'unknown-partner': '没有这个合作网站，或者它已停用。',
    'too-many-questions': '您提问得太快了。',
    'budget-spent': '本站今天的提问次数已用完。',
    'not-ready': '正在准备，请稍后再试。',
    internal: '出了点问题，请稍后再试。',
  },
  embed: {
    name: '章问：向报告提问',
    close: '关闭',
    greeting: (partner) => `您好！我依据报告原文回答${partner}读者的问题，每句话都注明出处。`,
    unavailable: '暂时打不开，请稍后再试。',
    unknownPartner: '这里没有可用的问答窗口',
    unknownPartnerAdvice:
      '这个地址不属于任何已启用的合作网站。如果您是网站管理员，请核对合作编号（data-partner）。',
    tryAgainIn: (seconds) => `请在 ${duration(seconds)}后再试。`,
  },
};

/** In the unit that a reader would use. */
function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} 秒`;
  if (seconds < 5_400) return `${Math.ceil(seconds / 60)} 分钟`;
  return `${Math.ceil(seconds / 3_600)} 小时`;
}
