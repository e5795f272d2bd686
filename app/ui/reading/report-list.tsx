import type { Report } from '../../../lib/report/report.ts';
import { fill } from '../../../lib/wording/fill.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { extentOf } from '../../report-outline.ts';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './report-list.module.css';

/** Where there are several reports: which to read. */
export function ReportList({ reports, wording }: { reports: readonly Report[]; wording: PageWording }) {
  return (
    <main id="content" className={styles.page}>
      <h1>{wording.reading.reports}</h1>
      <ol>
        {reports.map((report) => (
          <li key={report.id}>
            <a href={`/read/${encodeURIComponent(report.id)}`} lang={LANGUAGE_TAGS.zh}>
              {report.title}
            </a>
            <p>
              <span lang={LANGUAGE_TAGS.zh}>{report.publisher}</span> ·{' '}
              {fill(wording.opening.extent, extentOf(report))}
            </p>
          </li>
        ))}
      </ol>
    </main>
  );
}
