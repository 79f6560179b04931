import type { Client } from "./client.ts";
import type { Offered, Stage } from "./content/view.ts";

export type WaitingContent = Offered;
export type ContentEvent = Stage;

export type ContentOptions = {
  readonly client: Pick<Client, "who">;
  readonly key: string;
  readonly url: string;
  /** Called with all that waits, now and whenever it changes. */
  readonly changed: (content: readonly WaitingContent[]) => void;
};

const AGAIN_MS = 30_000;

/**
 * Follows the content of the present visitor for pages that draw it themselves. Open it again when another person signs
 * in; `close` ends it.
 */
export function openContent({ client, key, url, changed }: ContentOptions, win: Window & typeof globalThis = window) {
  const address = `${url.replace(/\/+$/, "")}/sdk/content`;
  const who = client.who();
  const query = { ...who, languages: `${win.navigator.languages ?? ""}`, key };
  let timer = 0;
  let closed = false;
  const stream = new win.EventSource(`${address}?${new URLSearchParams({ ...query, stream: "1" })}`);
  const take = (content: readonly WaitingContent[]) => {
    if (!closed) changed(content);
  };

  /** Where a stream is refused. */
  async function poll(): Promise<void> {
    const response = await win
      .fetch(`${address}?${new URLSearchParams(query)}`, { credentials: "omit" })
      .catch(() => null);
    if (response?.ok) take((await response.json()).data.content);
    if (!closed) timer = win.setTimeout(() => void poll(), AGAIN_MS);
  }

  stream.addEventListener("content", ({ data }) => take(JSON.parse(data).content));
  stream.onerror = () => {
    if (stream.readyState === 2 && !closed) void poll();
  };

  return {
    report(deliveryId: string, event: ContentEvent, more: object = {}): void {
      const body = JSON.stringify({ ...who, deliveryId, event, ...more });
      const init = { method: "POST", body, credentials: "omit", keepalive: true } as const;
      win
        .fetch(`${address}?key=${encodeURIComponent(key)}`, init)
        .catch((error: unknown) => console.warn("Sojourn did not get this report:", error));
    },
    close(): void {
      closed = true;
      stream.close();
      win.clearTimeout(timer);
    },
  };
}
