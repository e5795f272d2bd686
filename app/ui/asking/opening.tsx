import { fill } from '../../../lib/wording/fill.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import { Phrases } from '../page/phrases.tsx';
import styles from './opening.module.css';

interface OpeningProps {
  readonly reports: readonly ReportOutline[];
  readonly report: string | undefined;
  readonly onReport: (id: string | undefined) => void;
  readonly elsewhere: boolean | undefined;
}

/** The first screen's head: what the report is and what can be asked. */
export function Opening({ reports, report, onReport, elsewhere }: OpeningProps) {
  const { opening, conversation } = useWording();
  const shown = reports.find(({ id }) => id === report) ?? reports[0];
  if (!shown) return null;
  return (
    <header className={styles.opening}>
      {elsewhere && <p className={styles.elsewhere}>{conversation.elsewhere}</p>}
      <p className={styles.publisher} lang={LANGUAGE_TAGS.zh}>
        {shown.publisher}
      </p>
      <h1 lang={LANGUAGE_TAGS.zh}>
        <Phrases text={shown.title} />
      </h1>
      <p className={styles.extent}>
        {fill(opening.extent, shown.extent)}
        <a href={`/read/${encodeURIComponent(shown.id)}`}>{opening.readReport}</a>
      </p>
      <p className={styles.invitation}>{opening.invitation}</p>
      {reports.length > 1 && (
        <label className={styles.choice}>
          {opening.whichReport}
          <select value={report ?? ''} onChange={(event) => onReport(event.target.value || undefined)}>
            <option value="">{opening.allReports}</option>
            {reports.map(({ id, title }) => (
              <option key={id} value={id} lang={LANGUAGE_TAGS.zh}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <noscript>
        <p className={styles.elsewhere}>{opening.noScript}</p>
      </noscript>
    </header>
  );
}
