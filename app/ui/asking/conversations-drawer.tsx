import { History, Plus, X } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useWording } from '../interface.tsx';
import { ConversationEntry } from './conversation-entry.tsx';
import styles from './conversations.module.css';
import { DownloadMenu } from './download-menu.tsx';
import type { Start } from './start.ts';
import {
  deleteConversations,
  listConversations,
  loadConversation,
  noConversations,
  onConversationsChange,
} from './stored-conversations.ts';

interface ConversationsDrawerProps {
  /** The conversation that is shown. */
  readonly current: string;
  readonly onOpen: (start: Start) => void;
  readonly onNew: () => void;
}

/** The conversations that this browser keeps: a row of tools above the page, and a drawer with their list. */
export function ConversationsDrawer({ current, onOpen, onNew }: ConversationsDrawerProps) {
  const { nav, conversation, conversations } = useWording();
  const list = useSyncExternalStore(onConversationsChange, listConversations, noConversations);
  const drawer = useRef<HTMLDialogElement>(null);
  const [sure, setSure] = useState(false);
  const close = () => drawer.current?.close();
  const begin = (next: () => void) => {
    close();
    next();
  };
  const open = (id: string) => {
    const stored = loadConversation(id);
    if (stored) begin(() => onOpen(stored));
  };
  const remove = (ids: readonly string[]) => {
    deleteConversations(ids);
    setSure(false);
    if (ids.includes(current)) begin(onNew);
  };
  if (list.length === 0) return <div className={styles.tools} />;
  return (
    <div className={styles.tools}>
      <button type="button" onClick={() => drawer.current?.showModal()}>
        <History aria-hidden size={16} /> {nav.conversations}
      </button>
      {list.some(({ id }) => id === current) && (
        <>
          <button type="button" onClick={onNew}>
            <Plus aria-hidden size={16} /> {conversation.newQuestion}
          </button>
          <DownloadMenu current={current} />
        </>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is for the space beside it */}
      <dialog
        ref={drawer}
        className={styles.drawer}
        aria-label={conversations.title}
        onClick={(event) => event.target === drawer.current && close()}
        onClose={() => setSure(false)}
      >
        <header>
          <h2>{conversations.title}</h2>
          <button type="button" onClick={close} aria-label={conversations.close}>
            <X aria-hidden size={20} />
          </button>
        </header>
        <p>{conversations.keptHere}</p>
        <ul>
          {list.map((entry) => (
            <ConversationEntry
              key={entry.id}
              entry={entry}
              isCurrent={entry.id === current}
              onOpen={() => open(entry.id)}
              onDelete={() => remove([entry.id])}
            />
          ))}
        </ul>
        <footer>
          <button type="button" onClick={() => (sure ? remove(list.map(({ id }) => id)) : setSure(true))}>
            {sure ? conversations.deleteSure : conversations.deleteAll}
          </button>
        </footer>
      </dialog>
    </div>
  );
}
