import type { Offered, Renderer } from "./content/view.ts";
import { whoOf } from "./person.ts";
import { clickedOf, mayStart, type PageRule } from "./rules.ts";
import type { Store } from "./store.ts";

type Rules = {
  readonly live: boolean;
  readonly clicks: string[];
  readonly pages: PageRule[];
  readonly renderer: string | null;
};

type Page = {
  readonly win: Window;
  readonly store: Store;
  /** The address of Sojourn, and the key as a part of an address. */
  readonly address: string;
  readonly key: string;
  readonly flush: () => Promise<void>;
  readonly clicked: (selector: string) => void;
  readonly track: (event: string, properties?: Readonly<Record<string, unknown>>) => void;
  /** The page is one that a journey starts from. */
  readonly arrived: () => void;
};

const AGAIN_MS = 30_000;

/** What the server answers; `null` if it does not, as a page goes on without it. */
const ask = ({ win, address, key }: Pick<Page, "win" | "address" | "key">, path: string) =>
  win
    .fetch(`${address}/sdk/${path}key=${key}`, { credentials: "omit" })
    .then(async (response) => (response.ok ? (await response.json()).data : null))
    .catch(() => null);

/** Clicks, wherever they are handled, and other tabs that sign in or out. */
function listen(win: Window, clicked: (path: readonly EventTarget[]) => unknown, changed: () => void): void {
  win.document.addEventListener("click", (event) => clicked(event.composedPath()), true);
  win.addEventListener("storage", (event) => /\.[au]$/.test(event.key ?? "") && changed());
}

/** Looks for what journeys start from on this page, and shows what they offer; what shows it is loaded when there is some. */
export function openFollowing({ win, store, address, key, ...does }: Page) {
  const site = { win, address, key };
  let rules: Rules | null = null;
  let source: EventSource | null = null;
  let renderer: Promise<Renderer | null> | null = null;
  let open = false;
  let asked = "";
  let timer = 0;

  function take(content: readonly Offered[]): void {
    if (content.length > 0 && rules?.renderer)
      renderer ??= import(/* @vite-ignore */ /* webpackIgnore: true */ address + rules.renderer).then(
        ({ open }) =>
          open({
            ...{ win, store, url: `${address}/sdk/content?key=${key}` },
            who: () => whoOf(store),
            track: does.track,
          }),
        (error) => console.warn("Sojourn cannot show content:", error),
      );
    void renderer?.then((loaded) => loaded?.show(content));
  }

  /** Follows what there is for the present person; a page that nobody looks at keeps no stream. */
  function follow(): void {
    source?.close();
    win.clearTimeout(timer);
    if (!open || !rules?.live || win.document.visibilityState === "hidden") return;
    const languages = `${win.navigator.languages ?? ""}`;
    const path = `content?${new URLSearchParams({ ...whoOf(store), languages })}&`;
    asked = path;
    const poll = async () => {
      const answer = await ask(site, path);
      // It may be of a person who has left meanwhile.
      if (answer && path === asked) take(answer.content);
      timer = win.setTimeout(follow, AGAIN_MS);
    };
    const stream = new EventSource(`${address}/sdk/${path}stream=1&key=${key}`);
    source = stream;
    stream.addEventListener("content", ({ data }) => take(JSON.parse(data).content));
    // A browser connects again by itself, unless the server refused.
    stream.onerror = () => stream.readyState === 2 && stream === source && void poll();
  }

  /** A page of another address; a site without content so far is asked again. */
  async function arrive(): Promise<void> {
    if (open && !rules?.live) {
      rules = await ask(site, "rules?");
      follow();
    }
    if (open && rules?.pages.some((rule) => mayStart(rule, win.location.href))) does.arrived();
    void renderer?.then((loaded) => loaded?.route());
  }

  listen(win, (path) => open && rules && clickedOf(rules.clicks, path).forEach(does.clicked), follow);

  return {
    start(): void {
      open = true;
      rules = null;
      void arrive();
    },
    arrive,
    follow,
    stop(): void {
      open = false;
      asked = "";
      take([]);
      follow();
    },
    /** The person is another one: nothing of the former stays on the page. */
    change(): void {
      take([]);
      asked = "";
      source?.close();
      void does.flush().then(follow);
    },
    tracked(event: string, properties: Readonly<Record<string, unknown>>): void {
      void renderer?.then((loaded) => loaded?.tracked(event, properties));
    },
  };
}

export type Following = ReturnType<typeof openFollowing>;
