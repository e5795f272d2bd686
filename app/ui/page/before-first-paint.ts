/**
 * Runs before anything is painted, so that nothing flashes: the chosen theme (public/page/theme.js keeps it),
 * and whether the address names a conversation, whose place the first screen must not take.
 */
export const BEFORE_FIRST_PAINT = `try{var t=localStorage.getItem('zhangwen.theme');if(t)document.documentElement.dataset.theme=t}catch(e){}if(/[?&][cq]=/.test(location.search))document.documentElement.dataset.resuming=''`;
