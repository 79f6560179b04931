import { Bell } from "#db";
import type { Context } from "#services";
import { offerWatchOf } from "./offer-watch.ts";
import { readContentFor, type Visitor } from "./read-content.ts";
import type { InPageContent } from "./schema.ts";

/** Also how often it is read without a reason: content that ended elsewhere goes away by then. */
const HEARTBEAT_MS = 15_000;
/** Somebody who was not seen before is about to be: their page is sending its first messages. */
const UNKNOWN_MS = 1_000;
const UNKNOWN_TURNS = 30;

/**
 * What a visitor is to see, now and whenever it changes; `null` when it did not change for a while. `find` names the
 * person again at each turn, because visitors become known and are merged.
 */
export async function* watchContent(
  ctx: Context,
  find: () => Promise<Visitor | null>,
  languages: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<InPageContent | null> {
  const bell = new Bell();
  signal.addEventListener("abort", () => bell.ring(), { once: true });
  const watch = offerWatchOf(ctx.database);
  let watched: string | null = null;
  let leave = () => {};
  let last = "";
  let woken = false;
  try {
    for (let turn = 0; !signal.aborted; turn++) {
      const visitor = await find();
      if (visitor && visitor.personId !== watched) {
        leave();
        watched = visitor.personId;
        leave = watch.add(watched, () => bell.ring());
      }
      const content = visitor ? await readContentFor(ctx, visitor, languages) : { content: [], held: [] };
      const text = JSON.stringify(content);
      if (text !== last) yield content;
      else if (!woken) yield null;
      last = text;
      woken = await bell.sleep(visitor || turn >= UNKNOWN_TURNS ? HEARTBEAT_MS : UNKNOWN_MS);
    }
  } finally {
    leave();
  }
}
