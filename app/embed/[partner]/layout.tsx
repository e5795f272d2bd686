import '../../globals.css';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { wordingIn } from '../../../lib/wording/wording.ts';
import { InterfaceProvider } from '../../ui/interface.tsx';
import { LANGUAGE_TAGS } from '../../ui/language.ts';
import { frameLanguage } from '../frame-language.ts';
import { THEME_HEADER } from '../look.ts';

/** The document in a partner's frame: in the language and the light that the partner's page asks for. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const language = await frameLanguage();
  const theme = (await headers()).get(THEME_HEADER) ?? 'auto';
  return (
    <html lang={LANGUAGE_TAGS[language]} data-theme={theme === 'auto' ? undefined : theme}>
      <body>
        <InterfaceProvider language={language} wording={wordingIn(language).page}>
          {children}
        </InterfaceProvider>
      </body>
    </html>
  );
}
