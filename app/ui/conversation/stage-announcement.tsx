import { fill } from '../../../lib/wording/fill.ts';
import { useWording } from '../interface.tsx';
import type { Exchange } from './exchange.ts';
import { type Failure, failureSentence } from './failure.ts';
import type { Stage } from './use-conversation.ts';

interface StageAnnouncementProps {
  readonly stage: Stage;
  readonly exchange: Exchange | undefined;
  readonly failure: Failure | undefined;
}

/** Says to those who listen what happens, a sentence at each turn instead of every piece of the text. */
export function StageAnnouncement({ stage, exchange, failure }: StageAnnouncementProps) {
  const { conversation, failures } = useWording();
  const sentence = () => {
    if (failure) return failureSentence(failure, failures);
    if (stage !== 'idle') return conversation[stage];
    if (!exchange?.answer) return '';
    const { done, citations } = exchange.answer;
    if (!done) return conversation.stopped;
    return citations.length > 0
      ? fill(conversation.done, { count: citations.length })
      : conversation.doneRefused;
  };
  return (
    <p role="status" className="unseen">
      {sentence()}
    </p>
  );
}
