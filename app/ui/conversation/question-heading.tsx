import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useWording } from '../interface.tsx';
import { isPlainEnter } from './composer.tsx';
import styles from './conversation.module.css';

interface QuestionHeadingProps {
  readonly question: string;
  readonly editable: boolean;
  readonly onAskInstead: (question: string) => void;
}

/** The question, which can be changed and asked anew. */
export function QuestionHeading({ question, editable, onAskInstead }: QuestionHeadingProps) {
  const { conversation, composer } = useWording();
  const [text, setText] = useState<string>();
  if (text === undefined) {
    return (
      <div className={styles.question}>
        <h2>{question}</h2>
        {editable && (
          <button
            type="button"
            className={styles.quiet}
            onClick={() => setText(question)}
            aria-label={conversation.edit}
            title={conversation.edit}
          >
            <Pencil aria-hidden size={16} />
          </button>
        )}
      </div>
    );
  }
  const close = () => setText(undefined);
  const save = () => {
    if (text.trim() !== '') onAskInstead(text.trim());
    close();
  };
  return (
    <form
      className={styles.editing}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="unseen">{question}</h2>
      <textarea
        aria-label={composer.label}
        value={text}
        maxLength={2_000}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
          if (!isPlainEnter(event)) return;
          event.preventDefault();
          save();
        }}
      />
      <button type="submit" className={styles.primary}>
        {conversation.save}
      </button>
      <button type="button" className={styles.inlineButton} onClick={close}>
        {conversation.cancel}
      </button>
    </form>
  );
}
