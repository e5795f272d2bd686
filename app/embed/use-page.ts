import { useCallback, useEffect, useRef } from 'react';
import { type FrameMessage, readPageMessage, sealed } from '../../lib/partners/messages.ts';

export type Tell = (message: FrameMessage) => void;

interface PageListeners {
  readonly onAsk: (question: string) => void;
  readonly onFocus: () => void;
}

/**
 * The page that the frame stands in.
 * @param origin whom to talk to; undefined: nobody
 * @returns a function that tells the page something, the same for the frame's life
 */
export function usePage(origin: string | undefined, listeners: PageListeners): Tell {
  const current = useRef(listeners);
  useEffect(() => {
    current.current = listeners;
  });
  const tell = useCallback(
    (message: FrameMessage) => {
      if (origin !== undefined && parent !== window) parent.postMessage(sealed(message), origin);
    },
    [origin],
  );
  useEffect(() => {
    if (origin === undefined) return;
    const onMessage = (received: MessageEvent) => {
      const message = readPageMessage(received, { origin, source: parent });
      if (message?.type === 'ask') current.current.onAsk(message.question);
      else if (message) current.current.onFocus();
    };
    const onKey = (event: KeyboardEvent) => {
      // What is open within the frame closes first.
      const within = document.querySelector('dialog[open], :popover-open');
      if (event.key === 'Escape' && !within) tell({ type: 'close' });
    };
    addEventListener('message', onMessage);
    addEventListener('keydown', onKey, { capture: true });
    tell({ type: 'ready' });
    return () => {
      removeEventListener('message', onMessage);
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [origin, tell]);
  return tell;
}
