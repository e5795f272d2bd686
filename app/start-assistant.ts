import { Assistant } from '../lib/assistant.ts';
import { debugRequested, readSettings } from '../lib/settings.ts';
import { setAssistant } from './assistant.ts';
import { getGate } from './gate.ts';
import { keepLoader } from './widget/published-loader.ts';

/** A server that cannot answer must not look as if it could: on failure the process ends and says why. */
export async function startAssistant(): Promise<void> {
  try {
    const settings = readSettings();
    await getGate();
    await keepLoader(settings.dataDirectory);
    setAssistant(await Assistant.open(settings));
  } catch (error) {
    console.error(debugRequested() ? error : (error as Error).message);
    process.exit(1);
  }
}
