/** How the article is found in a page: by search, and where it is shown beside an answer. */
export const REPORT_ARTICLE_ID = 'report';
