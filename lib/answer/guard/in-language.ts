import type { Language } from '../../text/language.ts';
import { withoutQuotations } from './quotations.ts';

const SCRIPTS = { zh: /\p{Script=Han}/gu, en: /\p{Script=Latin}/gu, ru: /\p{Script=Cyrillic}/gu } as const;
/** One Chinese character says as much as this many letters. */
const LETTERS_OF_A_CHARACTER = 3;

/** Whether a sentence is written in a language, whatever it quotes. Only scripts are told apart. */
export function isInLanguage(text: string, language: Language): boolean {
  const own = withoutQuotations(text);
  const count = (script: RegExp) => own.match(script)?.length ?? 0;
  const letters = {
    zh: count(SCRIPTS.zh) * LETTERS_OF_A_CHARACTER,
    en: count(SCRIPTS.en),
    ru: count(SCRIPTS.ru),
  };
  const most = Math.max(...Object.values(letters));
  return most === 0 || letters[language] === most;
}
