import { redirect } from 'next/navigation';
import { wordingIn } from '../../../lib/wording/wording.ts';
import { readyAssistant } from '../../assistant.ts';
import { asLanguage } from '../../ui/language.ts';
import { ReportList } from '../../ui/reading/report-list.tsx';

export const dynamic = 'force-dynamic';

/** The only report, or a list of them. */
export default async function Page({ params }: { params: Promise<{ language: string }> }) {
  const { reports } = readyAssistant();
  const [only, ...others] = reports;
  if (only && others.length === 0) redirect(`/read/${encodeURIComponent(only.id)}`);
  const { page } = wordingIn(asLanguage((await params).language) ?? 'zh');
  return <ReportList reports={reports} wording={page} />;
}
