import { headers } from 'next/headers';
import type { Language } from '../../lib/text/language.ts';
import { asLanguage } from '../ui/language.ts';
import { LANGUAGE_HEADER } from './look.ts';

/** The frame's language, as proxy.ts has decided it. */
export async function frameLanguage(): Promise<Language> {
  return asLanguage((await headers()).get(LANGUAGE_HEADER) ?? undefined) ?? 'zh';
}
