import MiniSearch, { type AsPlainObject } from 'minisearch';
import { describe, expect, test } from 'vitest';
import { KeywordScores } from '../../lib/passage-index/keyword-scores.ts';
import { searchTokens } from '../../lib/text/tokenise.ts';
import { realReport } from '../real-report.ts';

const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
const QUESTIONS = ['中国同中亚国家的贸易额', '鲁班工坊 鲁班工坊', '绿色能源、光伏和风电有哪些项目？', '火星'];

describe('keyword scores', () => {
  const index = new MiniSearch<{ id: number; text: string; headings: string }>({
    fields: ['text', 'headings'],
    tokenize: searchTokens,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: BM25 },
  });
  const sections = realReport().chapters.flatMap((chapter) =>
    chapter.sections.map((section) => ({
      headings: `${chapter.title} ${section.title}`,
      text: section.paragraphs.map((paragraph) => paragraph.text).join(''),
    })),
  );
  index.addAll(sections.map((section, id) => ({ id, ...section })));
  const stored = JSON.parse(JSON.stringify(index)) as AsPlainObject;
  const scores = new KeywordScores(stored, BM25, searchTokens);

  test.each(QUESTIONS)('are what MiniSearch’s own search gives: %s', (question) => {
    const expected = index.search(question);
    const found = scores.of(question);
    expect(found.size).toBe(expected.length);
    for (const { id, score } of expected) expect(found.get(id)).toBeCloseTo(score, 9);
  });
});
