import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findPlace } from '../../../../../lib/report/place.ts';
import { wordingIn } from '../../../../../lib/wording/wording.ts';
import { reportNamed } from '../../../../assistant.ts';
import { asLanguage } from '../../../../ui/language.ts';
import { ReadingPage } from '../../../../ui/reading/reading-page.tsx';

interface PageProps {
  readonly params: Promise<{ language: string; report: string; place: string }>;
}

// Rendered for each request: a citation of a new edition must not open a page of the one before, and the
// addresses that could be asked for are too many to keep.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { report } = await params;
  return {
    title: reportNamed(report)?.title ?? '404',
    alternates: { canonical: `/read/${report}` },
  };
}

/** The report with the sentences of a citation marked. */
export default async function Page({ params }: PageProps) {
  const { language, report: id, place: text } = await params;
  const report = reportNamed(id);
  const place = report && findPlace(report, decodeURIComponent(text));
  if (!place) notFound();
  return <ReadingPage report={report} wording={wordingIn(asLanguage(language) ?? 'zh').page} place={place} />;
}
