import { Copy, Link2, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWording } from '../interface.tsx';
import styles from './answer.module.css';
import { answerAsText } from './answer-as-text.ts';
import type { Answer } from './exchange.ts';

interface AnswerActionsProps {
  readonly answer: Answer;
  readonly question: string;
  readonly onAgain: (() => void) | undefined;
}

/** Copy with sources, copy a link that asks the question again, ask again. */
export function AnswerActions({ answer, question, onAgain }: AnswerActionsProps) {
  const wording = useWording();
  const { copy, copied, share, shared, again } = wording.conversation;
  const link = () => `${location.origin}/?${new URLSearchParams({ q: question })}`;
  return (
    <p className={styles.actions}>
      <CopyButton text={() => answerAsText(answer, wording, location.origin)} label={copy} done={copied}>
        <Copy aria-hidden size={15} />
      </CopyButton>
      <CopyButton text={link} label={share} done={shared}>
        <Link2 aria-hidden size={15} />
      </CopyButton>
      {onAgain && (
        <button type="button" onClick={onAgain}>
          <RotateCcw aria-hidden size={15} /> {again}
        </button>
      )}
    </p>
  );
}

/** Milliseconds for which a button says that it was done. */
const CONFIRMED = 2_000;

interface CopyButtonProps {
  readonly text: () => string;
  readonly label: string;
  readonly done: string;
  readonly children: ReactNode;
}

function CopyButton({ text, label, done, children }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const onClick = async () => {
    await copyText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), CONFIRMED);
  };
  return (
    <button type="button" onClick={onClick}>
      {children} <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}

/** Over plain http, as within an office network, browsers have no clipboard but the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
