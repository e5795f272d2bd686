import type { Partner } from './partner.ts';

/** The loader's pinned address below our own, and the value that a page holds it to. */
export interface PinnedLoader {
  readonly fileName: string;
  readonly integrity: string;
}

export interface EmbedLines {
  /** The newest loader. */
  readonly script: string;
  /** One version of it, for good. */
  readonly pinned: string;
  /** For a site that allows no scripts. */
  readonly frame: string;
  /** What a page's Content-Security-Policy must allow. */
  readonly policy: string;
}

/** What a partner pastes into a page. */
export function embedLines({ id, name, look }: Partner, host: string, pinned: PinnedLoader): EmbedLines {
  const attributes = [
    ['data-partner', id],
    ['data-language', look.language],
    ['data-theme', look.theme === 'auto' ? undefined : look.theme],
    ['data-position', look.position === 'bottom-right' ? undefined : look.position],
    ['data-colour', look.colour],
  ].flatMap(([attribute, value]) => (value === undefined ? [] : [`${attribute}="${value}"`]));
  const data = attributes.join(' ');
  const address = `${host}/embed/${id}`;
  return {
    script: `<script src="${host}/widget.js" ${data} async></script>`,
    pinned: `<script src="${host}/widget/${pinned.fileName}" integrity="${pinned.integrity}" crossorigin="anonymous" ${data} async></script>`,
    frame: `<iframe src="${address}" title="${escaped(name)}" width="400" height="640" referrerpolicy="strict-origin" style="border:0"></iframe>`,
    policy: `script-src ${host}; frame-src ${host}`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
