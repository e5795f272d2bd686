import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordingIn } from '../../../../lib/wording/wording.ts';
import { reportNamed } from '../../../assistant.ts';
import { asLanguage } from '../../../ui/language.ts';
import { ReadingPage } from '../../../ui/reading/reading-page.tsx';

interface PageProps {
  readonly params: Promise<{ language: string; report: string }>;
}

/** Seconds for which a page is shown before it is rendered anew: another edition of the index shows this soon. */
export const revalidate = 5;

/** None while building: the reports are those of the running assistant. */
export function generateStaticParams(): { report: string }[] {
  return [];
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: reportNamed((await params).report)?.title ?? '404' };
}

export default async function Page({ params }: PageProps) {
  const { language, report: id } = await params;
  const report = reportNamed(id);
  if (!report) notFound();
  return <ReadingPage report={report} wording={wordingIn(asLanguage(language) ?? 'zh').page} />;
}
