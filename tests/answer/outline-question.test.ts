import { describe, expect, test } from 'vitest';
import { outlineQuestion } from '../../lib/answer/outline-question.ts';
import { realReport } from '../real-report.ts';

const report = realReport();

/** What is asked of the report's outline: `contents`, or the address of a chapter or section. */
function askedOf(question: string): string | undefined {
  const asked = outlineQuestion(question, report);
  if (asked?.about === 'chapter') return asked.chapter.address;
  if (asked?.about === 'sub-points') return asked.section.address;
  return asked?.about;
}

describe('a question about the outline', () => {
  test.each([
    '这份报告有几章？',
    '報告的目錄是什麼？',
    '全文的结构是怎样的？',
    'How many chapters are there?',
    'What is the structure of the report?',
    'Show me the table of contents',
    'Сколько в докладе глав?',
    'Покажи оглавление',
  ])('asks for the contents: %s', (question) => {
    expect(askedOf(question)).toBe('contents');
  });

  test.each([
    ['第二章讲什么？', 'c2'],
    ['第三章主要写了哪些内容', 'c3'],
    ['序言说了什么？', 'u1'],
    ['What is chapter 2 about?', 'c2'],
    ['Summarise the third chapter', 'c3'],
    ['What does Chapter One cover?', 'c1'],
    ['О чём глава 2?', 'c2'],
    ['О чем вторая глава?', 'c2'],
    ['Что говорится в 3-й главе?', 'c3'],
  ])('asks for a chapter: %s', (question, address) => {
    expect(askedOf(question)).toBe(address);
  });

  test.each([
    ['“普遍安全，共建安危与共新屏障”包括哪些方面？', 'c3-s3'],
    ['在绿色、数字等新领域合作蕴含的巨大潜力有哪些？', 'c2-s2'],
    ['列举发展与安全面临的若干风险挑战', 'c2-s4'],
  ])('asks for a section’s sub-points: %s', (question, address) => {
    expect(askedOf(question)).toBe(address);
  });

  test.each([
    '陕西建成了几个海外仓？',
    '第二章提到的跨境电商贸易额增长了多少，谁公布的？',
    '守望相助，共筑区域命运共同体是谁说的？',
    'What does the report say about chapters of history?',
    'Which chapter mentions the tunnel?',
    'Что построено в Таджикистане?',
    '',
  ])('is not “%s”', (question) => {
    expect(askedOf(question)).toBeUndefined();
  });
});
