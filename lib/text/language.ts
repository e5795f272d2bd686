export const LANGUAGES = ['zh', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

// A question's grammar tells its language, not the names in it: “Хоргос口岸有几个？” is Chinese, “Что такое
// 鲁班工坊?” Russian. These words carry the grammar and are no part of names.
const CHINESE_GRAMMAR = /[的了吗呢吧是有在和与哪谁怎么几多少为何啥咋什]/u;
const ENGLISH_GRAMMAR =
  /(?<![\p{L}\d])(what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|will|the|a|an|of|and|to|by|from|for|about|tell|list|name|compare|explain)(?![\p{L}\d])/iu;
const RUSSIAN_GRAMMAR =
  /(?<!\p{L})(что|кто|как|какой|какая|какие|какое|каких|каким|какую|какова|каков|когда|где|куда|откуда|почему|зачем|сколько|чем|чему|чей|ли|и|в|во|на|с|со|о|об|по|из|от|до|для|за|у|к|не|это|этот|такое|есть|был|была|были|расскажи|перечисли|назови)(?!\p{L})/iu;

/** Whether a text holds any Chinese character. */
export function holdsChinese(text: string): boolean {
  return HAN.test(text);
}

/**
 * The language that a question is asked in, judged by its script; `fallback` where it has no letters at all.
 */
export function languageOf(text: string, fallback: Language = 'zh'): Language {
  const han = holdsChinese(text);
  const cyrillic = CYRILLIC.test(text);
  const latin = LATIN.test(text);
  if (han && CHINESE_GRAMMAR.test(text)) return 'zh';
  if (cyrillic && (!han || RUSSIAN_GRAMMAR.test(text))) return 'ru';
  if (latin && (!han || ENGLISH_GRAMMAR.test(text))) return 'en';
  return han ? 'zh' : fallback;
}
