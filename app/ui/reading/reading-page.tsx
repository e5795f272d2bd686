import type { Place } from '../../../lib/report/place.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { STATIC_PAGE } from '../page/static-page.ts';
import { ReadingOutline } from './reading-outline.tsx';
import styles from './reading-page.module.css';
import { ReportArticle } from './report-article.tsx';

interface ReadingPageProps {
  readonly report: Report;
  readonly wording: PageWording;
  readonly place?: Place;
}

/** A report to read, its outline beside it. */
export function ReadingPage({ report, wording, place }: ReadingPageProps) {
  return (
    <div className={styles.page} {...STATIC_PAGE}>
      <div className={styles.progress} aria-hidden />
      <aside className={styles.aside}>
        <ReadingOutline report={report} wording={wording} />
      </aside>
      <main id="content" className={styles.main}>
        {place && (
          <p className={styles.notice}>
            {wording.reading.markedPlace} <a href={`#${place.paragraph}`}>{wording.reading.toMark}</a>
          </p>
        )}
        <ReportArticle report={report} wording={wording} {...(place && { place })} />
      </main>
    </div>
  );
}
