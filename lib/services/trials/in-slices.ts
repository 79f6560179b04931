import { setImmediate as breathe } from "node:timers/promises";

/** People a slice: some milliseconds of work, as requests and the engine of this process wait for its end. */
const SLICE = 10;

/** Works through many people a few at a time, letting others have their turn in between. */
export async function inSlices<Item>(items: readonly Item[], work: (slice: readonly Item[]) => void): Promise<void> {
  for (let at = 0; at < items.length; at += SLICE) {
    work(items.slice(at, at + SLICE));
    await breathe();
  }
}
