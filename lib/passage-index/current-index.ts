import type { EmbeddingModel } from '../models/embedding-model.ts';
import { currentEdition } from './editions.ts';
import { openIndex, type PassageIndex } from './open.ts';

/** Milliseconds between looks at what is published: an ingest shows this soon, and looking costs one small read. */
const LOOK_EVERY = 5_000;

/**
 * The published index, kept open. When another edition is published it is opened beside the old one, which
 * serves until then; one that cannot be opened is reported and left alone.
 */
export class CurrentIndex<View> {
  #view: View;
  #folder: string | undefined;
  #timer: NodeJS.Timeout;

  private constructor(view: View, folder: string | undefined, look: () => Promise<void>) {
    this.#view = view;
    this.#folder = folder;
    this.#timer = setInterval(look, LOOK_EVERY).unref();
  }

  /** @param viewOf what to make of each index, once */
  static async open<View>(
    dataDirectory: string,
    model: EmbeddingModel,
    viewOf: (index: PassageIndex) => View,
    onError: (error: Error) => void,
  ): Promise<CurrentIndex<View>> {
    const folder = await currentEdition(dataDirectory);
    const view = viewOf(await openIndex(dataDirectory, model));
    const current: CurrentIndex<View> = new CurrentIndex(view, folder, async () => {
      try {
        const published = await currentEdition(dataDirectory);
        if (published === current.#folder) return;
        current.#folder = published;
        current.#view = viewOf(await openIndex(dataDirectory, model));
      } catch (error) {
        onError(error as Error);
      }
    });
    return current;
  }

  get view(): View {
    return this.#view;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
