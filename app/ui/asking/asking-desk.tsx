'use client';
import { useEffect, useState } from 'react';
import type { ChatMessage } from '../../chat-message.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { Asking } from '../conversation/asking.tsx';
import { textOfMessage } from '../conversation/chat-request.ts';
import { openingSuggestions } from '../conversation/suggestion-lists.ts';
import { useWording } from '../interface.tsx';
import styles from './asking-desk.module.css';
import { ConversationsDrawer } from './conversations-drawer.tsx';
import { Opening } from './opening.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { FRESH, type Start, showInAddress, startFromAddress } from './start.ts';
import { newConversationId, saveConversation } from './stored-conversations.ts';

/** The asking page: a conversation, those that went before, and the report beside it. */
export function AskingDesk({ reports }: { reports: readonly ReportOutline[] }) {
  const wording = useWording();
  const [start, setStart] = useState<Start>(FRESH);
  const [freshId, setFreshId] = useState('');
  const id = start.id || freshId;
  const [place, setPlace] = useState<string>();
  const [full, setFull] = useState(false);
  useEffect(() => {
    const asked = startFromAddress(location.search);
    if (asked) setStart(asked);
    setFreshId(newConversationId());
    delete document.documentElement.dataset.resuming;
  }, []);

  const [report, setReport] = useState<string>();
  const askedReport = report ?? start.report ?? (reports.length === 1 ? reports[0]?.id : undefined);
  const shown = reports.filter(({ id }) => askedReport === undefined || id === askedReport);

  const begin = (next: Start) => {
    setPlace(undefined);
    setReport(undefined);
    setStart(next);
    showInAddress(next.messages.length > 0 ? next.id : undefined);
  };
  const keep = (messages: readonly ChatMessage[]) => {
    const [first] = messages;
    if (!first) return;
    const title = textOfMessage(first).slice(0, 60);
    setFull(!saveConversation({ id, title, report: askedReport, updated: Date.now(), messages }));
    showInAddress(id);
  };
  return (
    <div className={styles.desk} data-reading={place ? '' : undefined}>
      <main id="content" className={styles.main}>
        <ConversationsDrawer
          current={id}
          onOpen={begin}
          onNew={() => begin({ id: newConversationId(), messages: [] })}
        />
        {full && (
          <p role="alert" className={styles.alert}>
            {wording.failures.storageFull}
          </p>
        )}
        <Asking
          key={`${start.id} ${askedReport ?? ''}`}
          reports={reports}
          report={askedReport}
          opening={
            <Opening
              reports={reports}
              report={askedReport}
              onReport={setReport}
              elsewhere={start.elsewhere}
            />
          }
          suggestions={openingSuggestions(shown)}
          messages={start.messages}
          question={start.question}
          draft={start.draft}
          onOpenPlace={setPlace}
          onChange={keep}
        />
      </main>
      {place && (
        <ReadingPanel
          url={place}
          onClose={() => setPlace(undefined)}
          onDraft={(draft) => begin({ id: newConversationId(), messages: [], draft })}
        />
      )}
    </div>
  );
}
