import { afterAll, beforeAll } from 'vitest';
import { setAssistant } from '../../app/assistant.ts';
import { Assistant } from '../../lib/assistant.ts';
import { readSettings } from '../../lib/settings.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

/** For a file of tests: an assistant over the real corpus answers, as in a server that has started. */
export function serveCorpus(): { readonly assistant: Assistant } {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await Assistant.open(readSettings({ DATA_DIR: await indexedCorpus() }));
    setAssistant(assistant);
  });
  afterAll(() => assistant.close());
  return {
    get assistant() {
      return assistant;
    },
  };
}
