import { REPORT_ARTICLE_ID } from '../reading/report-article-id.ts';

/**
 * The report as the reading page sets it, the citation's sentences marked. What is shown beside an answer is
 * the page that its link leads to, and nothing else needs to know how a report is set.
 */
export async function fetchArticle(url: string, signal: AbortSignal): Promise<Element> {
  const response = await fetch(url.split('#')[0] ?? url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = page.getElementById(REPORT_ARTICLE_ID);
  if (!article) throw new Error(`${url}: no report in it`);
  return document.importNode(article, true);
}
