import { readFileSync } from 'node:fs';

/** A report's lines after its table of contents, read without the parser: what its tests compare it with. */
export function bodyLines(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const lastOfContents = lines.findLastIndex((line) => /\t\s*\d*\s*$/.test(line));
  return lines.slice(lastOfContents + 1).map((line) => line.trim());
}
