import { formatPlace, type Place } from '../../../lib/report/place.ts';
import type { Chapter, Report, Section } from '../../../lib/report/report.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { LANGUAGE_TAGS } from '../language.ts';
import { Phrases } from '../page/phrases.tsx';
import styles from './report-article.module.css';
import { REPORT_ARTICLE_ID } from './report-article-id.ts';
import { ReportParagraph } from './report-paragraph.tsx';
import { SectionHeading } from './section-heading.tsx';

interface ReportArticleProps {
  readonly report: Report;
  readonly wording: PageWording;
  /** What is marked. */
  readonly place?: Place;
}

/** A whole report, set for reading. Its elements' ids are the addresses that citations use. */
export function ReportArticle({ report, wording, place }: ReportArticleProps) {
  return (
    <article
      id={REPORT_ARTICLE_ID}
      className={styles.report}
      lang={LANGUAGE_TAGS.zh}
      data-place={place && formatPlace(place)}
    >
      <header className={styles.title}>
        <h1>
          <Phrases text={report.title} />
        </h1>
        <p>{report.publisher}</p>
      </header>
      {report.chapters.map((chapter, index) => (
        <ReportChapter
          key={chapter.address}
          report={report}
          chapter={chapter}
          wording={wording}
          place={place}
          before={report.chapters[index - 1]}
          after={report.chapters[index + 1]}
        />
      ))}
    </article>
  );
}

interface ReportChapterProps extends Omit<ReportArticleProps, 'place'> {
  readonly chapter: Chapter;
  readonly place: Place | undefined;
  readonly before: Chapter | undefined;
  readonly after: Chapter | undefined;
}

function ReportChapter({ report, chapter, wording, place, before, after }: ReportChapterProps) {
  const { reading } = wording;
  return (
    <section id={chapter.address} className={styles.chapter} aria-labelledby={`${chapter.address}-title`}>
      <h2 id={`${chapter.address}-title`}>
        <span className={styles.label}>{chapter.label}</span>
        {chapter.title && <span> {chapter.title}</span>}
      </h2>
      {chapter.sections.map((section) => (
        <ReportSection key={section.address} {...{ report, chapter, section, wording, place }} />
      ))}
      <nav className={styles.chapters} aria-label={chapter.label}>
        {before && (
          <a href={`#${before.address}`} rel="prev">
            <small>{reading.previous}</small> {before.label} {before.title}
          </a>
        )}
        {after && (
          <a href={`#${after.address}`} rel="next">
            <small>{reading.next}</small> {after.label} {after.title}
          </a>
        )}
      </nav>
    </section>
  );
}

interface ReportSectionProps {
  readonly report: Report;
  readonly chapter: Chapter;
  readonly section: Section;
  readonly wording: PageWording;
  readonly place: Place | undefined;
}

function ReportSection({ report, chapter, section, wording, place }: ReportSectionProps) {
  // What stands before a chapter's first heading has the chapter's address, which the chapter's element bears.
  const id = section.address === chapter.address ? undefined : section.address;
  return (
    <section id={id} className={styles.section}>
      {section.title && <SectionHeading {...{ report, chapter, section, wording }} />}
      {section.paragraphs.map((paragraph) => (
        <ReportParagraph
          key={paragraph.address}
          paragraph={paragraph}
          permalinkLabel={wording.reading.permalink}
          marked={place?.paragraph === paragraph.address ? (place.sentences ?? 'all') : undefined}
        />
      ))}
    </section>
  );
}
