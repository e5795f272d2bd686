import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

// Everything Unicode calls "other" except ordinary line breaks and tabs: control and format characters,
// and surrogates that lost their partner.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * The text as it can be shown and streamed: well-formed UTF-16, without control and invisible characters.
 * Line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r]+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replaceAll('\uFFFD', '')
    .trim();
}

/** All white space removed: page breaks leave spaces in the middle of Chinese words. */
export function withoutWhitespace(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * The form in which texts are compared: full-width forms, traditional characters, letter case and the many
 * dashes and quotation marks make no difference. Not for display. NFKC has made a hyphen of the full-width one:
 * between Chinese characters it is a dash (`中国－中亚`), elsewhere it may join a word or a range.
 */
export function normalise(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[‐‑‒–—―]|(?<=\p{Script=Han})-(?=\p{Script=Han})/gu, '—')
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‘’]/g, "'");
}
