import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './conversations.module.css';
import { type ListedConversation, renameConversation } from './stored-conversations.ts';

interface ConversationEntryProps {
  readonly entry: ListedConversation;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
}

/** One kept conversation: opened by its title, renamed in place, deleted by a second press. */
export function ConversationEntry({ entry, isCurrent, onOpen, onDelete }: ConversationEntryProps) {
  const { language, conversations, conversation } = useWording();
  const [name, setName] = useState<string>();
  const [sure, setSure] = useState(false);
  if (name !== undefined) {
    const rename = () => {
      if (name.trim() !== '') renameConversation(entry.id, name.trim());
      setName(undefined);
    };
    return (
      <li>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <input
            aria-label={conversations.renameLabel}
            value={name}
            maxLength={100}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit">{conversations.rename}</button>
          <button type="button" onClick={() => setName(undefined)}>
            {conversation.cancel}
          </button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className={styles.open} aria-current={isCurrent || undefined} onClick={onOpen}>
        {entry.title}
        <time dateTime={new Date(entry.updated).toISOString()}>
          {new Date(entry.updated).toLocaleString(LANGUAGE_TAGS[language], {
            dateStyle: 'medium',
            timeStyle: 'short',
          })}
        </time>
      </button>
      <button
        type="button"
        onClick={() => setName(entry.title)}
        aria-label={`${conversations.rename}: ${entry.title}`}
        title={conversations.rename}
      >
        <Pencil aria-hidden size={15} />
      </button>
      <button
        type="button"
        onClick={() => (sure ? onDelete() : setSure(true))}
        onBlur={() => setSure(false)}
        aria-label={`${sure ? conversations.deleteSure : conversations.delete}: ${entry.title}`}
        title={conversations.delete}
      >
        {sure ? conversations.deleteSure : <Trash2 aria-hidden size={15} />}
      </button>
    </li>
  );
}
