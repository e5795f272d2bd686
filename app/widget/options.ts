/** What a partner's page says about the widget, in the attributes of its one script line. */
export interface Options {
  readonly partner: string;
  /** Our own origin: where the script came from. */
  readonly host: string;
  readonly language: 'zh' | 'en' | 'ru';
  readonly theme: string;
  /** `#rrggbb`; what the partners file says when it is not given. */
  readonly colour: string;
  readonly position: 'left' | 'right';
  readonly zIndex: number;
  /** Asked at the first opening. */
  readonly question: string;
}

/** Above what pages usually have, below the largest number that some reserve for alarms. */
const DEFAULT_Z_INDEX = 2_147_483_000;

export function optionsOf(script: HTMLScriptElement): Options {
  const { partner = '', language, theme = '', colour = '', position, zIndex, question = '' } = script.dataset;
  const named = language || document.documentElement.lang || navigator.language;
  return {
    partner,
    host: new URL(script.src).origin,
    language: /^en/i.test(named) ? 'en' : /^ru/i.test(named) ? 'ru' : 'zh',
    theme,
    // Stands in a style sheet: nothing but a colour may.
    colour: /^#[\da-f]{6}$/i.test(colour) ? colour : '',
    position: position === 'bottom-left' ? 'left' : 'right',
    zIndex: Number.parseInt(zIndex ?? '', 10) || DEFAULT_Z_INDEX,
    question,
  };
}
