import { REPORTS } from "../person.ts";
import type { Store } from "../store.ts";

const AGAIN_MS = 5_000;

/** What pages did with content: stored before it is sent, one after another, until the server has answered. */
export function openReports(win: Window, store: Store, url: string) {
  let count = 0;
  let timer = 0;
  let sending = Promise.resolve();

  async function send(): Promise<void> {
    // The server failed a moment ago.
    if (timer !== 0) return;
    for (const key of store.keys().sort()) {
      const body = key.startsWith(REPORTS) && store.get(key);
      if (!body) continue;
      const response = await win
        .fetch(url, { method: "POST", body, credentials: "omit", keepalive: true })
        .catch(() => null);
      if (!response || response.status > 499 || response.status === 429) {
        timer = win.setTimeout(again, AGAIN_MS);
        return;
      }
      store.remove(key);
    }
  }

  const flush = () => {
    sending = sending.then(send);
  };

  function again(): void {
    win.clearTimeout(timer);
    timer = 0;
    flush();
  }

  return {
    /** Sends what waits now, also if the server failed a moment ago. */
    again,
    /** `ids` name the person of whom it is reported. */
    add(ids: object, report: object, isLeaving = false): void {
      const body = JSON.stringify({ ...ids, ...report });
      store.set(`${REPORTS}${Date.now() * 100 + (count++ % 100)}`, body);
      // Others may be on their way, and the page gone before their answer. It is sent again later, which changes nothing.
      if (isLeaving) win.navigator.sendBeacon?.(url, body);
      flush();
    },
  };
}
