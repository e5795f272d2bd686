'use client';
import './without-eval.ts';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Partner } from '../../lib/partners/partner.ts';
import type { ReportOutline } from '../report-outline.ts';
import { ReadingPanel } from '../ui/asking/reading-panel.tsx';
import { Asking } from '../ui/conversation/asking.tsx';
import { openingSuggestions } from '../ui/conversation/suggestion-lists.ts';
import styles from './asking-frame.module.css';
import { reportExchanges } from './report-exchanges.ts';
import { sessionFetch } from './session-fetch.ts';
import { usePage } from './use-page.ts';

interface AskingFrameProps {
  readonly partner: Pick<Partner, 'id' | 'name' | 'citations'> & { readonly questions: readonly string[] };
  readonly greeting: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** Whom the frame may talk to. */
  readonly pageOrigin: string | undefined;
  readonly token: string;
  readonly reports: readonly ReportOutline[];
}

/** A conversation on a partner's page. Keeps nothing: with the frame it is gone. */
export function AskingFrame({ partner, greeting, colour, pageOrigin, token, reports }: AskingFrameProps) {
  const [place, setPlace] = useState<string>();
  const [draft, setDraft] = useState<string>();
  const [outside, setOutside] = useState<readonly string[]>([]);
  const tell = usePage(pageOrigin, {
    onAsk: (question) => setOutside((before) => [...before, question]),
    onFocus: () => document.querySelector('textarea')?.focus(),
  });
  const request = useMemo(
    () => sessionFetch(partner.id, token, (code) => tell({ type: 'error', code })),
    [partner.id, token, tell],
  );
  const onChange = useMemo(() => reportExchanges(tell), [tell]);
  const openPlace = useCallback(
    (url: string) => {
      tell({ type: 'citation', url });
      if (partner.citations === 'frame') setPlace(url);
      else open(url, '_blank', 'noopener');
    },
    [tell, partner.citations],
  );
  const frame = useRef<HTMLDivElement>(null);
  // Not as an attribute, which the policy would pass over.
  useEffect(() => frame.current?.style.setProperty('border-top-color', colour), [colour]);
  const own = partner.questions.map((question) => ({ question, chapter: '' }));
  return (
    <div ref={frame} className={styles.frame} onClickCapture={leadOutside}>
      <main id="content">
        <Asking
          key={draft}
          reports={reports}
          report={reports.length === 1 ? reports[0]?.id : undefined}
          opening={
            <header className={styles.opening}>
              <h1>{partner.name}</h1>
              <p>{greeting}</p>
            </header>
          }
          suggestions={own.length > 0 ? own : openingSuggestions(reports).slice(0, MOST_SUGGESTIONS)}
          draft={draft}
          onOpenPlace={openPlace}
          onChange={onChange}
          request={request}
          outside={outside}
        />
      </main>
      {place && (
        <ReadingPanel
          url={place}
          onClose={() => setPlace(undefined)}
          onDraft={(text) => {
            setPlace(undefined);
            setOutside([]);
            setDraft(text);
          }}
        />
      )}
    </div>
  );
}

/** What fits into a frame without scrolling. */
const MOST_SUGGESTIONS = 4;

/** The frame holds one document; what a link leads to elsewhere opens in a tab. */
function leadOutside({ target }: MouseEvent): void {
  const link = (target as Element).closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute('href')?.startsWith('#')) return;
  link.target = '_blank';
  link.rel = 'noopener';
}
