export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Where the reader's choice is kept, in this browser. */
export const THEME_KEY = 'zhangwen.theme';

/**
 * Runs before anything is painted, so that nothing flashes: the chosen theme, and whether the address names a
 * conversation, whose place the first screen must not take.
 */
export const BEFORE_FIRST_PAINT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t)document.documentElement.dataset.theme=t}catch(e){}if(/[?&][cq]=/.test(location.search))document.documentElement.dataset.resuming=''`;
