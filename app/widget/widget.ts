import { readFrameMessage } from '../../lib/partners/messages.ts';
import type { Frame } from './frame.ts';
import { fillElements } from './inline.ts';
import type { Options } from './options.ts';
import { createPanel, type Panel } from './panel.ts';

export type WidgetEvent = 'ready' | 'open' | 'close' | 'question' | 'answer' | 'citation' | 'error';
export type Emit = (event: WidgetEvent, detail?: object) => void;

export interface Widget {
  /** The panel, where there is one: elements in the page take its place. */
  readonly panel: Panel | undefined;
  ask(question: string): void;
  /** Fills elements that have come since. */
  fill(): void;
  remove(): void;
}

/** What one mounting puts into the page. */
export function mountWidget(options: Options, emit: Emit): Widget {
  const frames = new Map<Element, Frame>();
  const fill = () => {
    for (const [place, frame] of frames) if (!frame.element.isConnected) frames.delete(place);
    for (const [place, frame] of fillElements(options, new Set(frames.keys()))) frames.set(place, frame);
  };
  fill();
  let toAsk = options.question;
  const panel =
    frames.size > 0
      ? undefined
      : createPanel(options, {
          opened() {
            emit('open');
            if (toAsk) ask(toAsk);
            toAsk = '';
          },
          closed: () => emit('close'),
          failed: () => emit('error', { code: 'unavailable' }),
        });

  function ask(question: string): void {
    const frame = panel ? panel.frame : frames.values().next().value;
    frame?.send({ type: 'ask', question });
  }

  function onMessage(received: MessageEvent): void {
    const frame = [panel?.frame, ...frames.values()].find(
      (candidate) => candidate && candidate.element.contentWindow === received.source,
    );
    const source = frame?.element.contentWindow;
    const message = frame && readFrameMessage(received, { origin: options.host, source });
    if (!message) return;
    const { type, ...detail } = message;
    if (type === 'close') panel?.close();
    else {
      if (type === 'ready') (frame === panel?.frame ? panel : frame)?.ready();
      emit(type, detail);
    }
  }
  addEventListener('message', onMessage);

  return {
    panel,
    ask(question) {
      if (toAsk) toAsk = '';
      panel?.open();
      ask(question);
    },
    fill,
    remove() {
      removeEventListener('message', onMessage);
      panel?.remove();
      for (const frame of frames.values()) frame.element.remove();
    },
  };
}
