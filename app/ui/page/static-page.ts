/** Marks a page in which nothing is left to React once it is rendered. */
export const STATIC_PAGE = { 'data-static-page': '' } as const;

const FRAMEWORK_SCRIPT = /<script(?![^>]*\sdata-own)[^>]*>[\s\S]*?<\/script>|<link[^>]*\sas="script"[^>]*>/g;

/**
 * A static page without what the framework would load to take it over, which is ten times what the page itself
 * needs. Other pages stay as they are.
 */
export function withoutFramework(html: string): string {
  return html.includes(' data-static-page=') ? html.replace(FRAMEWORK_SCRIPT, '') : html;
}
