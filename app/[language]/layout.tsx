import '../globals.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { wordingIn } from '../../lib/wording/wording.ts';
import { InterfaceProvider } from '../ui/interface.tsx';
import { asLanguage, LANGUAGE_TAGS } from '../ui/language.ts';
import { BEFORE_FIRST_PAINT } from '../ui/page/before-first-paint.ts';
import { Masthead } from '../ui/page/masthead.tsx';

interface LayoutProps {
  readonly params: Promise<{ language: string }>;
  readonly children: ReactNode;
}

/** None while building: pages are rendered on their first request, from the reports that are indexed then. */
export function generateStaticParams(): { language: string }[] {
  return [];
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { name, tagline, description } = wordingIn(asLanguage((await params).language) ?? 'zh').page;
  return { title: { default: `${name} · ${tagline}`, template: `%s · ${name}` }, description };
}

export default async function Layout({ params, children }: LayoutProps) {
  const language = asLanguage((await params).language) ?? 'zh';
  const { page } = wordingIn(language);
  return (
    // The script below sets attributes before React looks.
    <html lang={LANGUAGE_TAGS[language]} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no reader's text */}
        <script data-own="" dangerouslySetInnerHTML={{ __html: BEFORE_FIRST_PAINT }} />
        <script data-own="" type="module" src="/page/page.js" />
      </head>
      <body>
        <InterfaceProvider language={language} wording={page}>
          <Masthead language={language} wording={page} />
          {children}
        </InterfaceProvider>
      </body>
    </html>
  );
}
