import { ExternalLink, X } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWording } from '../interface.tsx';
import article from '../reading/report-article.module.css';
import { fetchArticle } from './fetch-article.ts';
import styles from './reading-panel.module.css';

interface ReadingPanelProps {
  /** The place to show: a citation's link. */
  readonly url: string;
  readonly onClose: () => void;
  readonly onDraft: (question: string) => void;
}

/** From here on there is room for the report beside the answer; below, it lies over it. */
const BESIDE = '(min-width: 68rem)';

/** The report beside the answer or over it, scrolled to the marked sentence. */
export function ReadingPanel({ url, onClose, onDraft }: ReadingPanelProps) {
  const { panel } = useWording();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');

  useEffect(() => openDialog(dialog.current), []);
  useEffect(() => {
    const leaving = new AbortController();
    setState('loading');
    fetchArticle(url, leaving.signal).then(
      (report) => {
        body.current?.replaceChildren(report);
        setState('shown');
        if (body.current) scrollToPlace(body.current, report, url);
      },
      () => !leaving.signal.aborted && setState('failed'),
    );
    return () => leaving.abort();
  }, [url]);

  return (
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-label={panel.label}
      onClose={onClose}
      onCancel={onClose}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={styles.head}>
        <h2>{panel.label}</h2>
        <a href={url}>
          <ExternalLink aria-hidden size={15} /> {panel.fullPage}
        </a>
        <button type="button" onClick={onClose} aria-label={panel.close} title={panel.close}>
          <X aria-hidden size={20} />
        </button>
      </div>
      {state !== 'shown' && (
        <p role="status" className={styles.state}>
          {state === 'loading' ? panel.loading : panel.failed}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links within are operated; this only decides where they lead */}
      <div
        ref={body}
        className={`${styles.body} ${article.inPanel}`}
        hidden={state === 'failed'}
        onClick={(event) => followLink(event, onDraft)}
      />
    </dialog>
  );
}

/** Beside or over what is there; what had the focus gets it back when the panel goes. */
function openDialog(dialog: HTMLDialogElement | null): () => void {
  const opener = document.activeElement;
  if (matchMedia(BESIDE).matches) dialog?.show();
  else dialog?.showModal();
  return () => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
}

/** Scrolls the panel alone: `scrollIntoView` would move the answer beside it as well. */
function scrollToPlace(box: HTMLElement, report: Element, url: string): void {
  const mark = report.querySelector('mark');
  const place = mark ?? report.querySelector(`[id="${CSS.escape(url.split('#')[1] ?? '')}"]`);
  if (!place) return;
  const { top, height } = place.getBoundingClientRect();
  const room = mark ? Math.max(0, (box.clientHeight - height) / 3) : 0;
  box.scrollTop += top - box.getBoundingClientRect().top - room;
}

/** Links within the report stay within the panel; “ask about this section” becomes a draft. */
function followLink(event: MouseEvent<HTMLElement>, onDraft: (question: string) => void): void {
  const link = (event.target as Element).closest('a');
  const href = link?.getAttribute('href') ?? '';
  if (href.startsWith('#')) {
    event.preventDefault();
    event.currentTarget.querySelector(`[id="${CSS.escape(href.slice(1))}"]`)?.scrollIntoView();
  } else if (href.startsWith('/?')) {
    event.preventDefault();
    onDraft(new URLSearchParams(href.slice(2)).get('draft') ?? '');
  }
}
