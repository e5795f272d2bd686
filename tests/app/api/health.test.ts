import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { POST as ask } from '../../../app/api/ask/route.ts';
import { POST as chat } from '../../../app/api/chat/route.ts';
import { GET as health } from '../../../app/api/health/route.ts';
import { GET as search } from '../../../app/api/search/route.ts';
import { setAssistant } from '../../../app/assistant.ts';
import { Assistant } from '../../../lib/assistant.ts';
import { readSettings } from '../../../lib/settings.ts';
import { indexedCorpus } from '../../indexed-corpus.ts';
import { expectError, get, post } from './requests.ts';

const messages = [{ role: 'user', parts: [{ type: 'text', text: '贸易额' }] }];

describe('before the assistant is ready', () => {
  it.each([
    ['/api/health', () => health(get('/api/health'))],
    ['/api/search', () => search(get('/api/search?q=x'))],
    ['/api/ask', () => ask(post('/api/ask', { question: '贸易额' }))],
    ['/api/chat', () => chat(post('/api/chat', { messages }))],
  ])('%s says so with 503', async (_, request) => {
    await expectError(await request(), 503, 'not-ready');
  });
});

describe('once it is', () => {
  it('/api/health says ok and which edition and reports are served', async () => {
    const assistant = await Assistant.open(readSettings({ DATA_DIR: await indexedCorpus() }));
    onTestFinished(() => assistant.close());
    setAssistant(assistant);
    const response = await health(get('/api/health'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      edition: assistant.edition,
      reports: [{ id: 'report', title: expect.stringContaining('中国—中亚精神') }],
    });
  });
});

describe('when something goes wrong that nobody foresaw', () => {
  it('the answer is an error without a trace of how it came about', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = { reports: [], answer: () => Promise.reject(new Error('secret path /srv/x')) };
    setAssistant(broken as unknown as Assistant);
    const message = await expectError(await ask(post('/api/ask', { question: '贸易额' })), 500, 'internal');
    expect(message).not.toContain('secret');
    expect(report).toHaveBeenCalledExactlyOnceWith('Unexpected: Error: secret path /srv/x');
  });
});
