import { readFileSync } from 'node:fs';

/** A reply of the real route as the events that it was streamed in. */
type Reply = readonly string[];

let replies: readonly Reply[] | undefined;
let asked = 0;

/** The recorded replies in turn, from the start again after the last. */
export function nextReply(): Reply {
  // Read at the first question: there are none while the app is built.
  replies ??= JSON.parse(
    readFileSync(/* turbopackIgnore: true */ process.env.RECORDED_REPLIES ?? '', 'utf8'),
  ) as readonly Reply[];
  return replies[asked++ % replies.length] ?? [];
}
