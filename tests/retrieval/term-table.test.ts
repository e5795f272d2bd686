import { describe, expect, test } from 'vitest';
import { TermTable } from '../../lib/retrieval/term-table.ts';

describe('a foreign question', () => {
  const terms = new TermTable([
    { zh: ['铁路', '铁道'], en: ['railway', 'railroad'], ru: ['железная дорога'] },
    { zh: ['高速铁路'], en: ['high-speed railway', 'high speed railway'], ru: [] },
    { zh: ['哈萨克斯坦', '哈'], en: ['Kazakhstan'], ru: ['Казахстан'] },
    { zh: ['世界卫生组织'], en: ['WHO'], ru: [] },
  ]);

  test.each([
    ['Where do the railways of Kazakhstan end?', ['铁路', '哈萨克斯坦']],
    ['Где железные дороги Казахстана?', ['铁路', '哈萨克斯坦']],
    ['KAZAKHSTAN’S RAILROAD', ['哈萨克斯坦', '铁路']],
  ])('is put in the report’s terms whatever the endings and the case: %s', (question, preferred) => {
    expect(terms.translate(question).preferred).toEqual(preferred);
  });

  test('is read by its longest phrases', () => {
    expect(terms.translate('a high speed railway').preferred).toEqual(['高速铁路']);
  });

  test('keeps its numbers', () => {
    expect(terms.translate('railways in 2024, 48.1%').preferred).toEqual(['铁路', '2024', '48.1%']);
  });

  test('names each term once', () => {
    expect(terms.translate('railway, railway, railroad').preferred).toEqual(['铁路']);
  });

  test('does not take its grammar for names', () => {
    expect(terms.translate('Who built it?')).toEqual({ preferred: [], alternatives: [] });
  });

  test('is also searched under the terms’ other wordings, unless they are a single character', () => {
    expect(terms.translate('railways of Kazakhstan').alternatives).toEqual(['铁道']);
  });
});
