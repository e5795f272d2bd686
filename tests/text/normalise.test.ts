import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, printable, withoutWhitespace } from '../../lib/text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['full-width forms', '２０２４年ＧＷ％', '2024年gw%'],
    ['traditional characters', '中國與中亞貿易額', '中国与中亚贸易额'],
    ['Latin case', 'Kaspi', 'kaspi'],
    ['dashes', '中国－中亚–精神-峰会', '中国—中亚—精神—峰会'],
    ['quotation marks', '「中亚」«ШОС»', '"中亚""шос"'],
  ])('makes no difference between %s', (_, written, form) => {
    expect(normalise(written)).toBe(form);
  });

  it('leaves the hyphen of a word or a range alone', () => {
    expect(normalise('1-я глава, 2020－2024')).toBe('1-я глава, 2020-2024');
  });

  it('leaves what it has normalised as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('printable', () => {
  it('drops control characters, invisible ones and surrogates without a partner', () => {
    expect(printable('中\u0000\u0007亚\u200b\u202e峰\ud83d会\udc00')).toBe('中亚峰会');
  });

  it('keeps whole characters beyond the basic plane', () => {
    expect(printable('𠮷野家😀')).toBe('𠮷野家😀');
  });

  it('turns line breaks and tabs into spaces', () => {
    expect(printable(' 贸易额\r\n\t是多少 ')).toBe('贸易额 是多少');
  });

  it('is well-formed whatever comes in, and so can be encoded', () => {
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((u) => String.fromCharCode(...u));
    fc.assert(
      fc.property(anything, (text) => {
        const shown = printable(text);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(shown))).toBe(shown);
      }),
    );
  });
});

describe('withoutWhitespace', () => {
  it('removes full-width spaces too', () => {
    expect(withoutWhitespace('目　录 \n序\t言')).toBe('目录序言');
  });
});
