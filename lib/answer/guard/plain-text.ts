/** Pictures, links and tags of a model are never passed on: a picture’s address alone can carry data away. */
export function plainText(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*[^\]\d\s,，、;–-][^\]]*)\]\((?:[^)]*)\)/gu, '$1')
    .replace(/<(?!\/?(?:sup|cite|ref)\b)\/?[a-z!][^>]*>/giu, '')
    .replace(/`+/gu, '');
}
