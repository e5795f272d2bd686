import { createFrame, type Frame } from './frame.ts';
import type { Options } from './options.ts';

const DEFAULT_HEIGHT = '640px';

/** Puts a frame into each `<div data-zhangwen>` that has none yet; it loads when the reader comes near it. */
export function fillElements(options: Options, filled: ReadonlySet<Element>): Map<Element, Frame> {
  const elements = document.querySelectorAll<HTMLElement>('[data-zhangwen]');
  const frames = new Map<Element, Frame>();
  for (const place of elements) {
    if (filled.has(place)) continue;
    const frame = createFrame(options);
    const { element } = frame;
    element.loading = 'lazy';
    // Through the object model, which a page's CSP allows, and important, which the page's own rules may be too.
    const style = {
      all: 'initial',
      display: 'block',
      width: '100%',
      height: place.dataset.height || DEFAULT_HEIGHT,
    };
    for (const [property, value] of Object.entries(style))
      element.style.setProperty(property, value, 'important');
    place.append(element);
    frames.set(place, frame);
  }
  return frames;
}
