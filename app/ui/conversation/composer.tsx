import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { fill } from '../../../lib/wording/fill.ts';
import { useWording } from '../interface.tsx';
import styles from './composer.module.css';
import type { Stage } from './use-conversation.ts';

/** What the server takes. */
const LONGEST_QUESTION = 2_000;
/** From here on the reader is told how much is left. */
const NEARLY_FULL = 1_800;

interface ComposerProps {
  readonly draft: string | undefined;
  readonly stage: Stage;
  /** Whether something was asked before. */
  readonly followUp: boolean;
  /** Takes the place of the box that was typed into. */
  readonly focused?: boolean;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

/** The question box. Enter asks, unless it confirms what an input method proposes. */
export function Composer({ draft, stage, followUp, focused, onAsk, onStop }: ComposerProps) {
  const { composer } = useWording();
  const [text, setText] = useState(draft ?? '');
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // What was typed while the page's script was still on its way.
    if (input.current?.value) setText(input.current.value);
    if (focused) input.current?.focus({ preventScroll: true });
  }, [focused]);
  const inputId = useId();
  const busy = stage !== 'idle';
  const ask = () => {
    if (busy || text.trim() === '') return;
    onAsk(text.trim());
    setText('');
  };
  return (
    // Sent before the page's script is there, the question goes into the address, which asks it.
    <form
      className={styles.composer}
      action="/"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label htmlFor={inputId} className="unseen">
        {composer.label}
      </label>
      <textarea
        ref={input}
        id={inputId}
        name="q"
        rows={1}
        value={text}
        maxLength={LONGEST_QUESTION}
        placeholder={followUp ? composer.followUp : composer.placeholder}
        enterKeyHint="send"
        title={composer.hint}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (!isPlainEnter(event)) return;
          event.preventDefault();
          ask();
        }}
      />
      {text.length > NEARLY_FULL && (
        <output className={styles.remaining}>
          {fill(composer.remaining, { count: LONGEST_QUESTION - text.length })}
        </output>
      )}
      {busy ? (
        <button type="button" onClick={onStop} aria-label={composer.stop} title={composer.stop}>
          <Square aria-hidden size={14} fill="currentColor" />
        </button>
      ) : (
        <button type="submit" disabled={text.trim() === ''} aria-label={composer.send} title={composer.send}>
          <ArrowUp aria-hidden size={20} />
        </button>
      )}
    </form>
  );
}

/** Safari ends a composition before the key event that ended it; only the key code 229 still tells. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}
