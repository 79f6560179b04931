type Sent = { readonly url: string; readonly messages: Message[] };
export type Message = {
  readonly type: string;
  readonly messageId: string;
  readonly anonymousId: string;
  readonly userId?: string;
  readonly userHash?: string;
  readonly event?: string;
  readonly traits?: Record<string, unknown>;
  readonly properties?: Record<string, unknown>;
};

/** The parts of a browser that the client touches; real browsers are in `e2e/browser-client.spec.ts`. */
export function fakeWindow(disk = new Map<string, string>()) {
  const sent: Sent[] = [];
  const beacons: Sent[] = [];
  const answers: (() => Response)[] = [];
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const listen = (type: string, listener: (event: unknown) => void) => {
    listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  };
  const state = { full: false };
  /** What the site answers about content, and what was reported of it. */
  const site = { rules: { live: false, clicks: [] as string[], pages: [] as string[][], renderer: null } };
  const reports: Record<string, unknown>[] = [];
  const asked: string[] = [];
  function answerSite(url: string, init: { body?: string }): Response {
    asked.push(url);
    if (url.includes("/sdk/rules")) return Response.json({ data: site.rules });
    if (init.body) reports.push(JSON.parse(init.body));
    return (answers.shift() ?? (() => Response.json({ data: { content: [], held: [] } })))();
  }
  const parse = (url: string, body: unknown): Sent => ({ url, messages: JSON.parse(String(body)).batch });
  const localStorage = {
    get length() {
      return disk.size;
    },
    key: (at: number) => [...disk.keys()][at] ?? null,
    getItem: (key: string) => disk.get(key) ?? null,
    setItem(key: string, value: string) {
      if (state.full) throw new DOMException("full", "QuotaExceededError");
      disk.set(key, value);
    },
    removeItem: (key: string) => disk.delete(key),
  };
  const location = { href: "https://shop.example/start", pathname: "/start", origin: "https://shop.example" };
  const win = {
    localStorage,
    location,
    document: { title: "Shop", referrer: "", visibilityState: "visible", addEventListener: listen },
    navigator: {
      language: "en",
      sendBeacon: (url: string, body: string) => beacons.push(parse(url, body)),
    },
    history: {
      pushState(_state: unknown, _title: string, path: string) {
        location.pathname = path;
        location.href = `https://shop.example${path}`;
      },
      replaceState() {},
    },
    addEventListener: listen,
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    async fetch(url: string, init: { body: string }) {
      if (url.includes("/sdk/")) return answerSite(url, init);
      sent.push(parse(url, init.body));
      return (answers.shift() ?? (() => new Response("{}")))();
    },
  };
  return {
    win: win as unknown as Window,
    disk,
    site,
    reports,
    asked,
    sent,
    beacons,
    state,
    /** What was sent, over all requests. */
    messages: () => sent.flatMap(({ messages }) => messages),
    /** Answers the next requests so, one after another; later ones succeed. */
    answer: (...next: (() => Response)[]) => answers.push(...next),
    fire(type: string, event: unknown = {}) {
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
    go: (path: string) => win.history.pushState(null, "", path),
  };
}
