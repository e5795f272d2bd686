import { RotateCcw, Unplug } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWording } from '../interface.tsx';
import styles from './conversation.module.css';
import { type Failure, failureSentence } from './failure.ts';

/** What went wrong and the way on. */
export function FailureNotice({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  const { failures } = useWording();
  const online = useSyncExternalStore(
    onConnectionChange,
    () => navigator.onLine,
    () => true,
  );
  const backOnline = failure.kind === 'offline' && online;
  return (
    <div className={styles.failure}>
      <Unplug aria-hidden size={18} />
      <p>{backOnline ? failures.back : failureSentence(failure, failures)}</p>
      <button type="button" className={styles.inlineButton} onClick={onAgain}>
        <RotateCcw aria-hidden size={14} /> {failures.tryAgain}
      </button>
    </div>
  );
}

function onConnectionChange(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
