import { COLOUR, type Partner, THEMES } from '../../lib/partners/partner.ts';
import { LANGUAGES, type Language } from '../../lib/text/language.ts';

// What the frame's layout is told: layouts do not see the address.
export const LANGUAGE_HEADER = 'x-embed-language';
export const THEME_HEADER = 'x-embed-theme';

/** What a page may ask of the frame's look in its address; the partners file says the rest. */
export interface FrameLook {
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  readonly colour: string;
}

/** The page's wish where it is one that there is, then the partner's entry, then the reader's browser. */
export function frameLook(
  wishes: URLSearchParams,
  look: Partner['look'] | undefined,
  preferred: string | null,
): FrameLook {
  const theme = wishes.get('theme');
  const colour = wishes.get('colour') ?? '';
  return {
    language:
      languageIn(wishes.get('language')) ??
      look?.language ??
      languageIn(preferred?.slice(0, 2) ?? null) ??
      'zh',
    theme: THEMES.find((known) => known === theme) ?? look?.theme ?? 'auto',
    colour: COLOUR.test(colour) ? colour : (look?.colour ?? ''),
  };
}

function languageIn(text: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === text?.toLowerCase());
}
