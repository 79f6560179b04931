import { MESSAGES } from "./person.ts";
import type { Store } from "./store.ts";

/** Messages that wait at most; older ones give way, as a browser that is away for days would fill its storage. */
const MOST = 1_000;
/** Bytes of a request: what a browser finishes after its page is gone is 64 KB, shared with other requests. */
const BYTES = 48 * 1024;
const COUNT = 50;

export type Waiting = { readonly key: string; readonly text: string };

/** The messages that wait, each under a key of its own, so that tabs never overwrite one another's. */
export function openQueue(store: Store) {
  let last = 0;
  let place = 0;
  let added = 0;
  const keys = () =>
    store
      .keys()
      .filter((key) => key.startsWith(MESSAGES))
      .sort();
  const trim = (all: string[]) => {
    for (const key of all.splice(0, Math.max(0, all.length - MOST))) store.remove(key);
    return all;
  };
  return {
    /** Stores a message before anything is sent. Keys sort by time, and by order where the clock does not move. */
    add(message: object): void {
      const now = Math.max(last, Date.now());
      place = now === last ? place + 1 : 0;
      last = now;
      const order = [now, place].map((number) => number.toString(36).padStart(9, "0")).join("");
      store.set(MESSAGES + order + Math.random().toString(36).slice(2, 6), JSON.stringify(message));
      // Before consent nothing is taken, so it is cut here too.
      if (++added % 100 === 0) trim(keys());
    },
    /** The oldest messages, as many as fit into one request; a larger one is a request of its own. */
    take(): Waiting[] {
      const all = trim(keys());
      const taken: Waiting[] = [];
      let bytes = 0;
      for (const key of all.slice(0, COUNT)) {
        const text = store.get(key);
        if (text === null) continue;
        bytes += new Blob([text]).size + 1;
        if (taken.length > 0 && bytes > BYTES) break;
        taken.push({ key, text });
      }
      return taken;
    },
    drop(messages: readonly Waiting[]): void {
      for (const { key } of messages) store.remove(key);
    },
  };
}

export type Queue = ReturnType<typeof openQueue>;
