import { type PageMessage, sealed } from '../../lib/partners/messages.ts';
import type { Options } from './options.ts';
import { WORDS } from './words.ts';

/** A frame in the page, and what waits until it listens. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  send(message: PageMessage): void;
  /** Its document listens now. */
  ready(): void;
}

/** May run scripts, as its own origin, and open links in tabs; may not move the page that it stands in. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

export function createFrame({ host, partner, language, theme, colour }: Options): Frame {
  const element = document.createElement('iframe');
  element.title = WORDS[language].name;
  element.setAttribute('sandbox', SANDBOX);
  element.allow = 'clipboard-write';
  // Without a referrer the frame would not learn whose page it stands in.
  element.referrerPolicy = 'strict-origin';
  const look = new URLSearchParams({ origin: location.origin, language, theme, colour });
  element.src = `${host}/embed/${encodeURIComponent(partner)}?${look}`;
  let waiting: PageMessage[] | undefined = [];
  const post = (message: PageMessage) => element.contentWindow?.postMessage(sealed(message), host);
  return {
    element,
    send(message) {
      if (waiting) waiting.push(message);
      else post(message);
    },
    ready() {
      const messages = waiting ?? [];
      waiting = undefined;
      messages.forEach(post);
    },
  };
}
