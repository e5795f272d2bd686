import { LANGUAGES, type Language } from '../../lib/text/language.ts';

/** As `lang` attributes name them; Chinese names its script, which decides the glyphs. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en', ru: 'ru' };
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  zh: '中文',
  en: 'English',
  ru: 'Русский',
};

export function asLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
