import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ADD = ['add', 'demo', '--name', '示范网', '--origin', 'https://www.example.cn'];

describe('npm run partner', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'partner-'));
    file = join(folder, 'partners.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const partner = (...parameters: string[]) => {
    // Nothing listens there: the command says so and goes on.
    const env = { ...process.env, PARTNERS_FILE: file, PUBLIC_URL: 'http://127.0.0.1:9' };
    return spawnSync(process.execPath, ['scripts/partner.ts', ...parameters], { env, encoding: 'utf8' });
  };

  test('adds a partner and prints the lines to paste', () => {
    const { status, stdout } = partner(...ADD, '--colour', '#1f6f5c');
    expect(status).toBe(0);
    expect(stdout).toContain(
      '<script src="http://127.0.0.1:9/widget.js" data-partner="demo" data-colour="#1f6f5c" async></script>',
    );
    expect(stdout).toMatch(/widget\/[0-9a-f]{20}\.js" integrity="sha384-[^"]{64}" crossorigin="anonymous"/);
    expect(stdout).toContain('script-src http://127.0.0.1:9; frame-src http://127.0.0.1:9');
    expect(stdout).toContain('not reachable');
  });

  test('lists, disables and enables', () => {
    partner(...ADD);
    expect(partner('disable', 'demo').status).toBe(0);
    expect(partner('list').stdout).toBe('demo\tdisabled\t示范网\thttps://www.example.cn\n');
    expect(partner('enable', 'demo').status).toBe(0);
    expect(partner('list').stdout).toContain('\tenabled\t');
  });

  test('changes nothing when what is asked for is wrong', () => {
    partner(...ADD);
    const before = readFileSync(file, 'utf8');
    const again = partner(...ADD);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('already a partner “demo”')]);
    const wrong = partner('add', 'other', '--name', '另一网', '--origin', 'www.example.cn');
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('write scheme and host')]);
    expect(partner('check', 'nobody').stderr).toContain('Known: demo');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('leaves a file with a mistake as it is, and tells the line', () => {
    writeFileSync(file, '{\n"partners": [,]}');
    const { status, stderr } = partner(...ADD);
    expect([status, stderr]).toEqual([1, expect.stringContaining('partners.json:2: not valid JSON')]);
    expect(readFileSync(file, 'utf8')).toBe('{\n"partners": [,]}');
  });

  test.each([
    [[]],
    [['add']],
    [['add', 'demo']],
    [['list', 'demo']],
    [['remove', 'demo']],
    [['check', 'a', 'b']],
  ])('explains itself when called like %j', (parameters) => {
    const { status, stderr } = partner(...parameters);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage: npm run partner')]);
  });
});
