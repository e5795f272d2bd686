import { readyAssistant } from '../assistant.ts';
import { outlineOf } from '../report-outline.ts';
import { AskingDesk } from '../ui/asking/asking-desk.tsx';
import { asLanguage } from '../ui/language.ts';

/** Seconds for which the page is shown before it is rendered anew: another edition of the index shows this soon. */
export const revalidate = 5;

/** The asking page. */
export default async function Page({ params }: { params: Promise<{ language: string }> }) {
  const language = asLanguage((await params).language) ?? 'zh';
  const assistant = readyAssistant();
  return <AskingDesk reports={assistant.reports.map((report) => outlineOf(assistant, report, language))} />;
}
