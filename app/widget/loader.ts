import { type Options, optionsOf } from './options.ts';
import { mountWidget, type Widget, type WidgetEvent } from './widget.ts';

type Handler = (detail: object) => void;
type Call = readonly [method: string, ...parameters: unknown[]];

/** What pages call; `q` holds what they called before this script was here. */
interface Api {
  readonly [method: string]: unknown;
  readonly q?: Iterable<ArrayLike<unknown>>;
}

declare global {
  interface Window {
    Zhangwen?: Api | Call[];
  }
}

function createApi(first: Options): Api {
  const handlers = new Map<string, Set<Handler>>();
  let options = first;
  let widget: Widget | undefined;

  function emit(event: WidgetEvent, detail: object = {}): void {
    for (const handler of handlers.get(event) ?? []) {
      try {
        handler(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }

  return {
    open: () => widget?.panel?.open(),
    close: () => widget?.panel?.close(),
    toggle: () => (widget?.panel?.isOpen ? widget.panel.close() : widget?.panel?.open()),
    ask: (question: string) => widget?.ask(String(question)),
    /** Returns a function that ends it. */
    on(event: string, handler: Handler) {
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(handler));
      return () => set.delete(handler);
    },
    /** Shows the widget again, or fills elements that have come since. */
    mount(changed?: Options) {
      if (widget && !changed) return widget.fill();
      if (widget) return;
      options = changed ?? options;
      widget = mountWidget(options, emit);
    },
    destroy() {
      widget?.remove();
      widget = undefined;
      handlers.clear();
    },
  };
}

function start(script: HTMLScriptElement): void {
  const options = optionsOf(script);
  if (!options.partner) console.error('Zhangwen: the script line needs data-partner="…"');
  const before = window.Zhangwen;
  // A second script line: mounts what was destroyed, else does nothing.
  if (before && 'mount' in before && typeof before.mount === 'function' && !('q' in before)) {
    before.mount(options);
    return;
  }
  const api = createApi(options);
  window.Zhangwen = api;
  (api.mount as () => void)();
  const calls = Array.isArray(before) ? before : [...(before?.q ?? [])];
  for (const [method, ...parameters] of calls.map((call) => Array.from(call))) {
    const called = api[String(method)];
    if (typeof called === 'function') called(...parameters);
  }
}

const script =
  document.currentScript ?? document.querySelector('script[data-partner][src*="/widget"]:last-of-type');
if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else addEventListener('DOMContentLoaded', () => start(script));
}
