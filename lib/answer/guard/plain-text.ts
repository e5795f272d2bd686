const PICTURE = /!\[[^\][]{0,200}\]\([^)]{0,500}\)/gu;
const LINK = /\[([^\][]{1,200})\]\([^)]{0,500}\)/gu;
const TAG = /<(?!\/?(?:sup|cite|ref)\b)\/?[a-z!][^<>]{0,500}>/giu;
/** [1](https://…) is a citation, whose address goes with its marker. */
const NUMBERS_ONLY = /^[\d\s,，、;–-]+$/u;

/** Pictures, links and tags of a model are never passed on: a picture’s address alone can carry data away. */
export function plainText(text: string): string {
  return text
    .replace(PICTURE, '')
    .replace(LINK, (whole, inside: string) => (NUMBERS_ONLY.test(inside) ? whole : inside))
    .replace(TAG, '')
    .replace(/`+/gu, '');
}
