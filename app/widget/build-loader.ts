import { rolldown } from 'rolldown';
import { LANGUAGES } from '../../lib/text/language.ts';
import { wordingIn } from '../../lib/wording/wording.ts';
import type { LoaderWords } from './words.ts';

/** The loader as one small script: what partners' pages load. */
export async function buildLoader(): Promise<string> {
  const words = LANGUAGES.map((language) => {
    const { name, close, unavailable } = wordingIn(language).embed;
    return [language, { name, close, unavailable } satisfies LoaderWords];
  });
  const bundle = await rolldown({
    input: 'app/widget/loader.ts',
    platform: 'browser',
    transform: { target: 'es2022', define: { LOADER_WORDS: JSON.stringify(Object.fromEntries(words)) } },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
