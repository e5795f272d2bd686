import type { Chapter, Report, Section } from '../../../lib/report/report.ts';
import { fill } from '../../../lib/wording/fill.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './report-article.module.css';

interface SectionHeadingProps {
  readonly report: Report;
  readonly chapter: Chapter;
  readonly section: Section;
  readonly wording: PageWording;
}

/** A section's title with the way to ask about it. */
export function SectionHeading({ report, chapter, section, wording }: SectionHeadingProps) {
  const { ask, askQuestion, quoted } = wording.reading;
  const question = fill(askQuestion, {
    chapter: chapter.label,
    section: fill(quoted, { section: section.title }),
  });
  const query = new URLSearchParams({ draft: question, report: report.id });
  return (
    <div className={styles.heading}>
      <h3>{section.title}</h3>
      <a
        className={styles.ask}
        href={`/?${query}`}
        lang={LANGUAGE_TAGS[wording.language]}
        aria-label={`${ask}: ${section.title}`}
      >
        {ask}
      </a>
    </div>
  );
}
