import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PartnerRegister } from '../../lib/partners/partner-register.ts';
import { parsePartners } from '../../lib/partners/partners-file.ts';

const DEMO = { id: 'demo', name: '示范网', origins: ['https://www.example.cn'] };
const file = (...partners: readonly object[]) => JSON.stringify({ partners }, null, 2);

const MISTAKES: readonly [what: string, json: string, message: RegExp][] = [
  ['a comma too many', '{\n  "partners": [],\n}', /^p\.json:3: not valid JSON/],
  ['nothing', '', /^p\.json:1: not valid JSON/],
  ['a list', '[]', /^p\.json:1: /],
  ['no partners', '{}', /^p\.json:1: .*partners/],
  [
    'a name that is missing',
    '{"partners": [\n {"id": "demo",\n "origins": ["https://a.cn"]}]}',
    /^p\.json:2: partners\[0\]\.name: /,
  ],
  [
    'an id that no address can hold',
    file({ ...DEMO, id: 'Demo/1' }),
    /^p\.json:4: partners\[0\]\.id: must be/,
  ],
  [
    'an origin with a path',
    file({ ...DEMO, origins: ['https://a.cn', 'https://b.cn/x'] }),
    /^p\.json:8: partners\[0\]\.origins\[1\]: “https:\/\/b\.cn\/x”: an origin ends/,
  ],
  ['no origin', file({ ...DEMO, origins: [] }), /^p\.json:6: partners\[0\]\.origins: /],
  [
    'a word misspelt',
    file({ ...DEMO, enabeld: false }),
    /^p\.json:9: partners\[0\]: there is no setting “enabeld”/,
  ],
  [
    'a colour by name',
    file({ ...DEMO, look: { colour: 'red' } }),
    /^p\.json:10: partners\[0\]\.look\.colour: must be written like/,
  ],
  [
    'a budget below nothing',
    file({ ...DEMO, budgets: { questionsPerDay: -1 } }),
    /^p\.json:10: partners\[0\]\.budgets\.questionsPerDay: /,
  ],
  [
    'the same partner twice',
    file(DEMO, DEMO),
    /^p\.json:11: partners\[1\]\.id: there is already a partner “demo”/,
  ],
  [
    'the same key twice',
    '{"partners": [{\n"id": "a",\n"enabled": false,\n"enabled": true}]}',
    /^p\.json:4: “enabled” stands here a second time/,
  ],
  [
    'a key that means something to JavaScript',
    '{"partners": [],\n"__proto__": {}}',
    /^p\.json:2: the file: there is no setting “__proto__”/,
  ],
];

describe('The partners file', () => {
  test('gives what is left out its default', () => {
    const [partner] = parsePartners(file(DEMO), 'p.json');
    expect(partner).toMatchObject({ ...DEMO, enabled: true, citations: 'frame' });
    expect(partner?.budgets.perAddress).toEqual({ questions: 20, seconds: 60 });
  });

  test('may begin with a byte order mark', () => {
    expect(parsePartners(`\uFEFF${file(DEMO)}`, 'p.json')).toHaveLength(1);
  });

  test.each(MISTAKES)('tells the line of %s', (_what, json, message) => {
    expect(() => parsePartners(json, 'p.json')).toThrow(message);
  });

  test('tells every mistake, each on a line', () => {
    const json = file({ ...DEMO, id: 'A', name: '' });
    expect(() => parsePartners(json, 'p.json')).toThrow(/^p\.json:4: .*\np\.json:5: .*$/);
  });
});

describe('The register', () => {
  let folder = '';
  let path = '';
  let errors: string[] = [];
  const open = () => PartnerRegister.open(path, ({ message }) => errors.push(message));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partners-'));
    path = join(folder, 'partners.json');
    errors = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('takes up a change by itself', async () => {
    await writeFile(path, file(DEMO));
    const register = await open();
    await writeFile(path, file({ ...DEMO, name: '新名字' }));
    await expect.poll(() => register.find('demo')?.name, { timeout: 5_000 }).toBe('新名字');
    register.close();
  });

  test('keeps its partners when the file has a mistake, says so once, and goes on when it is mended', async () => {
    await writeFile(path, file(DEMO));
    const register = await open();
    await writeFile(path, '{');
    await register.look();
    await register.look();
    expect(register.find('demo')?.name).toBe('示范网');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('partners.json:1: not valid JSON');
    await writeFile(path, file({ ...DEMO, id: 'other' }));
    await register.look();
    expect(register.find('demo')).toBeUndefined();
    expect(register.find('other')).toBeDefined();
    register.close();
  });

  test('keeps its partners when the file has gone', async () => {
    await writeFile(path, file(DEMO));
    const register = await open();
    await rm(path);
    await register.look();
    expect(register.find('demo')).toBeDefined();
    expect(errors[0]).toContain('is gone');
    register.close();
  });

  test('starts without partners where there is no file, and takes it up when it comes', async () => {
    const register = await open();
    expect(register.find('demo')).toBeUndefined();
    expect(errors).toEqual([]);
    await writeFile(path, file(DEMO));
    await register.look();
    expect(register.find('demo')).toBeDefined();
    register.close();
  });

  test('starts without partners where the file has a mistake, and says so', async () => {
    await writeFile(path, '{');
    const register = await open();
    expect(errors).toHaveLength(1);
    expect(register.find('demo')).toBeUndefined();
    register.close();
  });

  test('does not know a partner who is disabled', async () => {
    await writeFile(path, file({ ...DEMO, enabled: false }));
    const register = await open();
    expect(register.find('demo')).toBeUndefined();
    register.close();
  });
});
