import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { wordingIn } from '../../../lib/wording/wording.ts';
import { readyAssistant } from '../../assistant.ts';
import { getGate } from '../../gate.ts';
import { outlineOf } from '../../report-outline.ts';
import { AskingFrame } from '../asking-frame.tsx';
import { frameLanguage } from '../frame-language.ts';
import { frameLook } from '../look.ts';

interface PageProps {
  readonly params: Promise<{ partner: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = wordingIn(await frameLanguage()).embed;
  const partner = (await getGate()).partner((await params).partner);
  return { title: `${name} · ${partner?.name ?? ''}`, robots: { index: false } };
}

/** The asking page in small, on a partner's page. */
export default async function Page({ params, searchParams }: PageProps) {
  const gate = await getGate();
  const partner = gate.partner((await params).partner);
  if (!partner) notFound();
  const given = await headers();
  const wishes = new URLSearchParams(textsIn(await searchParams));
  const { allowed, pageOrigin } = gate.visit(given, wishes.get('origin') ?? undefined, partner);
  if (!allowed) notFound();
  const language = await frameLanguage();
  const assistant = readyAssistant();
  const { id, name, citations, look } = partner;
  return (
    <AskingFrame
      partner={{ id, name, citations, questions: look.questions }}
      greeting={look.greeting || wordingIn(language).embed.greeting(name)}
      colour={frameLook(wishes, look, null).colour}
      pageOrigin={pageOrigin}
      token={await gate.openSession(partner)}
      reports={assistant.reports.map((report) => outlineOf(assistant, report, language))}
    />
  );
}

function textsIn(query: Awaited<PageProps['searchParams']>): Record<string, string> {
  const texts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}
