import { Assistant } from '../lib/assistant.ts';
import { readSettings } from '../lib/settings.ts';
import { setAssistant } from './assistant.ts';
import { getGate } from './gate.ts';

/** A server that cannot answer must not look as if it could: on failure the process ends and says why. */
export async function startAssistant(): Promise<void> {
  try {
    await getGate();
    setAssistant(await Assistant.open(readSettings()));
  } catch (error) {
    console.error(process.env.DEBUG ? error : (error as Error).message);
    process.exit(1);
  }
}
