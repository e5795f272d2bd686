import type { Report } from '../../../lib/report/report.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './reading-outline.module.css';
import { ReadingTools } from './reading-tools.tsx';

/** The report's tree as links; on a small screen it folds away. */
export function ReadingOutline({ report, wording }: { report: Report; wording: PageWording }) {
  const { contents } = wording.reading;
  return (
    <div className={styles.outline}>
      <ReadingTools wording={wording} />
      <details className={styles.fold}>
        <summary>{contents}</summary>
        <nav id="outline" aria-label={contents} lang={LANGUAGE_TAGS.zh}>
          <ol>
            {report.chapters.map((chapter) => (
              <li key={chapter.address}>
                <a className={styles.chapter} href={`#${chapter.address}`}>
                  {chapter.label} {chapter.title}
                </a>
                <ol>
                  {chapter.sections
                    .filter((section) => section.title !== '')
                    .map((section) => (
                      <li key={section.address}>
                        <a href={`#${section.address}`}>{section.title}</a>
                      </li>
                    ))}
                </ol>
              </li>
            ))}
          </ol>
        </nav>
      </details>
    </div>
  );
}
