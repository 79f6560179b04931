import type { Queue, Waiting } from "./queue.ts";

const GATHER_MS = 500;
const TIMEOUT_MS = 20_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** The body of a request that a browser may finish after its page is gone, in bytes. */
const KEPT_ALIVE = 60 * 1024;

/** `key` as addresses carry it. */
export type Sending = { readonly win: Window; readonly queue: Queue; readonly address: string; readonly key: string };

/** Sends what waits, in order and one request at a time, until the server has answered for it. */
export function openSender({ win, queue, address, key }: Sending) {
  const url = `${address}/api/batch?key=${key}`;
  let timer = 0;
  let failures = 0;
  let notBefore = 0;
  let busy = false;
  let open = false;

  function soon(ms = GATHER_MS): void {
    win.clearTimeout(timer);
    if (open) timer = win.setTimeout(() => void flush(), Math.max(ms, notBefore - Date.now()));
  }

  async function flush(): Promise<void> {
    if (!open || busy) return;
    if (Date.now() < notBefore) return soon();
    busy = true;
    try {
      const { locks } = win.navigator;
      // One tab sends for all; a message that this tab added meanwhile may be left to it.
      if (locks) await locks.request(`sojourn ${key}`, { ifAvailable: true }, (lock) => (lock ? drain() : soon(2_000)));
      else await drain();
    } finally {
      busy = false;
    }
  }

  async function drain(): Promise<void> {
    for (let batch = queue.take(); open && batch.length > 0; batch = queue.take()) {
      const outcome = await send(batch);
      if (outcome === "closed") return;
      if (outcome === "later") return soon(0);
      failures = 0;
      queue.drop(batch);
    }
  }

  async function send(batch: readonly Waiting[]): Promise<"done" | "later" | "closed"> {
    const body = bodyOf(batch);
    const signal = AbortSignal.timeout?.(TIMEOUT_MS) ?? null;
    // Text without headers of its own needs no preflight.
    const init = { method: "POST", body, credentials: "omit", signal, keepalive: new Blob([body]).size < KEPT_ALIVE };
    const response = await win.fetch(url, init as RequestInit).catch(() => null);
    const status = response?.status ?? 0;
    if (response?.ok) return "done";
    // No repetition helps: all of it is refused, or this page may not send. The rest of the page is left alone.
    if (status === 401 || status === 403) {
      console.warn(`Sojourn refuses this key or origin (${status}).`);
      open = false;
      return "closed";
    }
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      console.warn(`Sojourn refused ${batch.length} messages (${status}):`, await response?.text().catch(() => ""));
      return "done";
    }
    const wait = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** failures++) * (0.5 + Math.random() / 2);
    notBefore = Date.now() + Math.max(wait, retryAfter(response));
    return "later";
  }

  return {
    soon,
    flush,
    /** Starts or stops sending. */
    allow(allowed: boolean): void {
      open = allowed;
      if (allowed) soon(0);
    },
    /** The network is back. */
    again(): void {
      failures = 0;
      notBefore = 0;
      void flush();
    },
    /** The page is left: a beacon goes out without an answer, so its messages stay until a page gets one. */
    leave(): void {
      const batch = open ? queue.take() : [];
      if (batch.length > 0) win.navigator.sendBeacon?.(url, bodyOf(batch));
    },
  };
}

export type Sender = ReturnType<typeof openSender>;

/** `sentAt` lets the server correct a wrong clock. */
const bodyOf = (batch: readonly Waiting[]): string =>
  `{"sentAt":"${new Date().toISOString()}","batch":[${batch.map(({ text }) => text).join(",")}]}`;

/** Seconds, or a date. */
function retryAfter(response: Response | null): number {
  const value = response?.headers.get("retry-after") ?? "";
  const ms = Number(value) * 1_000 || Date.parse(value) - Date.now();
  return Math.min(ms, 60 * 60_000) || 0;
}
