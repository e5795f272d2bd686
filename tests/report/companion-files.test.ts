import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anticipatedLineSchema, parseAnticipatedQuestions } from '../../lib/report/anticipated-questions.ts';
import { parseBackgroundQuestions } from '../../lib/report/background-questions.ts';
import { parseNames, parseTerms } from '../../lib/report/glossary.ts';
import { parseJsonLines } from '../../lib/report/json-lines.ts';
import { paragraphsOf } from '../../lib/report/report.ts';
import { ReportError } from '../../lib/report/report-error.ts';
import { realReport } from '../real-report.ts';

const report = realReport();
const lines = (...values: unknown[]) => Buffer.from(values.map((value) => JSON.stringify(value)).join('\n'));
const questions = (bytes: Buffer) =>
  parseAnticipatedQuestions(bytes, 'report.questions.jsonl', report, 'answered');

const PREFACE = { chapter: '序言', section: '', quote: '中亚，亚欧大陆的中心，与中国山水相连、唇齿相依。' };

describe('anticipated questions', () => {
  it('of the real report all find their sentence', () => {
    const bytes = readFileSync('corpus/report.questions.jsonl');
    const written = parseJsonLines(bytes, 'report.questions.jsonl', anticipatedLineSchema);
    const found = questions(bytes);
    const addresses = new Set(
      paragraphsOf(report).flatMap(({ sentences }) => sentences.map((s) => s.address)),
    );
    expect(found).toHaveLength(
      written.reduce((sum, { value: { zh, en, ru } }) => sum + zh.length + en.length + ru.length, 0),
    );
    expect(found.every(({ sentence }) => addresses.has(sentence))).toBe(true);
  });

  it('keep their language', () => {
    const found = questions(lines({ ...PREFACE, zh: ['中亚在哪？'], ru: ['Где Центральная Азия?'] }));
    expect(found).toEqual([
      { kind: 'answered', sentence: 'u1-p1.1', language: 'zh', text: '中亚在哪？' },
      { kind: 'answered', sentence: 'u1-p1.1', language: 'ru', text: 'Где Центральная Азия?' },
    ]);
  });

  it('about an attribution belong to the sentence that it signs', () => {
    const signed = {
      chapter: '第一章',
      section: '',
      quote: '——中国国家主席习近平',
      zh: ['这句话是谁说的？'],
    };
    expect(questions(lines(signed))[0]?.sentence).toMatch(/^c1-p1\.\d$/);
  });

  it('whose quotation does not stand in that section are refused with their line', () => {
    const moved = { ...PREFACE, chapter: '结语', zh: ['中亚在哪？'] };
    expect(() => questions(lines({ ...PREFACE, zh: [] }, moved))).toThrow(
      /^report\.questions\.jsonl:2: expected a sentence of report, 结语; not found: “中亚，亚欧大陆/,
    );
  });
});

describe.each([
  ['questions', questions, PREFACE],
  ['terms', (bytes: Buffer) => parseTerms(bytes, 'report.terms.jsonl'), { zh: ['贸易'], en: ['trade'] }],
  [
    'background',
    (bytes: Buffer) => parseBackgroundQuestions(bytes, 'report.background.jsonl'),
    { language: 'zh', question: '天气怎么样？' },
  ],
  ['names', (bytes: Buffer) => parseNames(bytes, 'report.names.jsonl'), { zh: ['哈国', '哈萨克斯坦'] }],
])('a file of %s', (kind, parse, good) => {
  const goodLine = JSON.stringify(good);

  it.each([
    ['is no JSON', '{"zh": ["中亚"'],
    ['is no object', '"中亚"'],
    ['has a field of the wrong type', '{"zh": "中亚", "chapter": 1}'],
    ['lacks what is needed', '{}'],
  ])('is refused with the number of the line that %s', (_, bad) => {
    const parsing = () => parse(Buffer.from(`${goodLine}\n\n${bad}\n`));
    expect(parsing).toThrow(ReportError);
    expect(parsing).toThrow(new RegExp(`^report\\.${kind}\\.jsonl:3: .+$`));
  });

  it('may hold blank lines and a byte order mark', () => {
    expect(() => parse(Buffer.from(`\uFEFF${goodLine}\r\n\r\n`))).not.toThrow();
  });

  it('that is not UTF-8 is refused with the line', () => {
    const bytes = Buffer.concat([Buffer.from(`${goodLine}\n`), Buffer.from([0xd6, 0xd0])]);
    expect(() => parse(bytes)).toThrow(new RegExp(`^report\\.${kind}\\.jsonl:2: expected UTF-8`));
  });
});
