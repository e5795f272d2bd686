import { useWording } from '../interface.tsx';
import styles from './conversation.module.css';

/** A question whose conversation is on its way: where and how it will stand, so that nothing moves. */
export function PendingExchange({ question }: { question: string }) {
  const { conversation } = useWording();
  return (
    <div className={styles.conversation} data-begun>
      <article className={styles.exchange} aria-busy>
        <div className={styles.question}>
          <h2>{question}</h2>
        </div>
        <p className={styles.waiting}>
          <span aria-hidden />
          {conversation.searching}
        </p>
      </article>
    </div>
  );
}
