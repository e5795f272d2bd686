import { createFrame, type Frame } from './frame.ts';
import type { Options } from './options.ts';
import { SMALL, styleOf } from './style.ts';
import { WORDS } from './words.ts';

/** Milliseconds after which a frame that does not say it is there is not coming: blocked, or the host is down. */
const PATIENCE = 15_000;
const SPEECH = 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5zM9 10h8M9 14h5';
const CROSS = 'M5 5l14 14M19 5L5 19';

export interface Panel {
  readonly isOpen: boolean;
  readonly frame: Frame | undefined;
  open(): void;
  close(): void;
  /** The frame is there. */
  ready(): void;
  remove(): void;
}

/** Told what happens to the panel. */
export interface PanelEvents {
  readonly opened: () => void;
  readonly closed: () => void;
  readonly failed: () => void;
}

/** The button at the page's edge and the dialog that it opens, in a shadow tree of their own. */
export function createPanel(options: Options, events: PanelEvents): Panel {
  const words = WORDS[options.language];
  const host = document.createElement('zhangwen-widget');
  host.role = 'complementary';
  host.ariaLabel = words.name;
  host.lang = options.language;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleOf(options));
  root.adoptedStyleSheets = [sheet];

  const button = iconButton('open', words.name, SPEECH, () => (dialog.open ? close() : open()));
  const dialog = document.createElement('dialog');
  const header = document.createElement('div');
  header.className = 'bar';
  header.append(words.name, iconButton('close', words.close, CROSS, close));
  dialog.ariaLabel = words.name;
  dialog.append(header);
  root.append(button, dialog);
  document.body.append(host);
  button.ariaHasPopup = 'dialog';
  button.ariaExpanded = 'false';

  let frame: Frame | undefined;
  let isReady = false;
  let patience = 0;
  let before: Element | null = null;

  function open(): void {
    if (dialog.open || !host.isConnected) return;
    before = document.activeElement;
    if (!frame) {
      frame = createFrame(options);
      dialog.append(frame.element);
      patience = window.setTimeout(fail, PATIENCE);
    }
    if (matchMedia(`(max-width:${SMALL}px)`).matches) dialog.showModal();
    else dialog.show();
    button.ariaExpanded = 'true';
    if (isReady) focusFrame();
    events.opened();
  }

  function close(): void {
    if (!dialog.open) return;
    dialog.close();
    button.ariaExpanded = 'false';
    const returnTo = before?.isConnected && before !== document.body && before !== host ? before : button;
    (returnTo as HTMLElement).focus();
    events.closed();
  }

  function fail(): void {
    const notice = document.createElement('p');
    notice.role = 'alert';
    notice.textContent = words.unavailable;
    header.after(notice);
    events.failed();
  }

  function focusFrame(): void {
    frame?.element.focus();
    frame?.send({ type: 'focus' });
  }

  /** Escape belongs to the page while the reader is elsewhere in it. */
  function onKey(event: KeyboardEvent): void {
    const here = document.activeElement === host || document.activeElement === document.body;
    if (event.key === 'Escape' && here && !event.defaultPrevented) close();
  }
  document.addEventListener('keydown', onKey);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });

  return {
    get isOpen() {
      return dialog.open;
    },
    get frame() {
      return frame;
    },
    open,
    close,
    ready() {
      isReady = true;
      clearTimeout(patience);
      root.querySelector('p')?.remove();
      frame?.ready();
      if (dialog.open && document.activeElement === host) focusFrame();
    },
    remove() {
      clearTimeout(patience);
      document.removeEventListener('keydown', onKey);
      host.remove();
    },
  };
}

function iconButton(name: string, label: string, drawing: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.ariaLabel = label;
  button.title = label;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawing);
  svg.append(path);
  button.append(svg);
  button.addEventListener('click', onClick);
  return button;
}
