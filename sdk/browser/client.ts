import { type Following, openFollowing } from "./follow.ts";
import { CONSENT, idsOf, newId, reset, signIn, whoOf } from "./person.ts";
import { openQueue } from "./queue.ts";
import { watchRoutes } from "./routes.ts";
import { openSender, type Sender } from "./sender.ts";
import { startPreview } from "./start-preview.ts";
import { openStore, type Store } from "./store.ts";
import { VERSION } from "./version.ts";

/** What a call carries: plain data, as JSON can say it. */
export type Data = Readonly<Record<string, unknown>>;

export type Options = {
  /** The publishable key of the site (`pk_…`). */
  readonly key: string;
  /** The address of Sojourn; the one that this script came from unless given. */
  readonly url?: string;
  /** `true`: nothing is stored or sent before `consent(true)`. */
  readonly askConsent?: boolean;
  /** `false`: page views are reported by `page()` only. */
  readonly autoPage?: boolean;
  /** `false`: no content is shown, and no journey starts from a click or an address that this page looks for. */
  readonly content?: boolean;
};

export type Client = {
  readonly track: (event: string, properties?: Data) => void;
  /**
   * Without a user id, only the traits of the present person change. `join: false` among the traits, which is none, leaves
   * what was reported before to the anonymous visitor, for example on a device that several people use. `userHash` proves
   * the id on sites that ask for it; the backend makes it.
   */
  readonly identify: (userId: string | Data, traits?: Data, options?: { readonly userHash?: string }) => void;
  readonly alias: (userId: string, previousId?: string) => void;
  /** Says to which account the person belongs, and what is known of it; it is the trait `account`. */
  readonly group: (groupId: string, traits?: Data) => void;
  readonly page: (name?: string | Data, properties?: Data) => void;
  /** Forgets the person, for example when they sign out. */
  readonly reset: () => void;
  /** `false` removes everything that is stored and ends sending. */
  readonly consent: (given: boolean) => void;
  readonly enroll: (journey: string, properties?: Data) => Promise<unknown>;
  readonly progress: (journey: string, what?: Data) => Promise<unknown>;
  /** The ids of the present visitor, as the server is asked for them. */
  readonly who: () => Readonly<Record<string, string>>;
  /** Sends now what waits. */
  readonly flush: () => Promise<void>;
};

/** A client for one site; `win` is the window that it lives in. */
export function createClient(options: Options, win: Window = window): Client {
  const { askConsent = false, autoPage = true, content = true } = options;
  const address = (options.url ?? win.location.origin).replace(/\/+$/, "");
  const store = openStore(win, prefixOf(options));
  const queue = openQueue(store);
  const key = encodeURIComponent(options.key);
  const sender = openSender({ win, queue, address, key });
  const ask = openAsking({ win, store, address, key }, sender.flush);

  let refused = false;
  const isPreview = startPreview(win, address, key);

  const say = (type: string, fields: Data): void => {
    if (refused) return;
    const message = { type, messageId: newId(), timestamp: new Date().toISOString(), ...idsOf(store), ...fields };
    try {
      queue.add({ ...message, context: contextOf(win) });
      sender.soon();
    } catch (error) {
      console.warn("Sojourn cannot report:", error);
    }
  };

  const client: Client = {
    track(event, properties = {}) {
      const name = event.replace(/^(app\.)?/, "app.");
      say("track", { event: name, properties });
      following.tracked(name, properties);
    },
    identify(userId, traits = {}, { userHash } = {}) {
      if (typeof userId === "object") return say("identify", { traits: userId });
      if (traits.join === false) reset(store);
      const before = JSON.stringify(whoOf(store));
      signIn(store, `${userId}`, userHash);
      // JSON leaves out what is undefined.
      say("identify", { traits: { ...traits, join: undefined } });
      if (before !== JSON.stringify(whoOf(store))) following.change();
    },
    alias(userId, previousId) {
      const before = idsOf(store);
      say("alias", { userId, previousId: previousId ?? before.userId ?? before.anonymousId });
      signIn(store, userId, undefined, true);
      following.change();
    },
    group: (groupId, traits) => say("group", { traits, groupId }),
    page: (name, properties) => say("page", { properties: { ...pageOf(win), ...named(name, properties) } }),
    reset() {
      reset(store);
      following.change();
    },
    consent(given) {
      if (isPreview) return;
      refused = !given;
      store.persist(given);
      if (given && askConsent) store.set(CONSENT, "1");
      sender.allow(given);
      following[given && content ? "start" : "stop"]();
    },
    enroll: (journey, properties) => ask(journey, "enroll", properties ? { properties } : {}),
    progress: (journey, what = {}) => ask(journey, "progress", what),
    who: () => whoOf(store),
    flush: sender.flush,
  };

  const following = openFollowing({
    ...{ win, store, address, key, flush: sender.flush, track: client.track },
    clicked(selector) {
      say("track", { event: "page.clicked", properties: { ...pageOf(win), selector } });
      void sender.flush();
    },
    arrived() {
      if (!autoPage) client.page();
      void sender.flush();
    },
  });

  // Before consent this only reads; a consent that was given on an earlier page still counts.
  if (!askConsent || isGiven(win, prefixOf(options) + CONSENT)) client.consent(true);
  listen(win, sender, following, () => autoPage && client.page());
  return client;
}

/** What happens to the page: it is left, looked at again, or has another address. */
function listen(win: Window, sender: Sender, following: Following, view: () => unknown): void {
  win.addEventListener("pagehide", sender.leave);
  win.addEventListener("online", sender.again);
  win.document.addEventListener("visibilitychange", () => {
    if (win.document.visibilityState === "hidden") void sender.flush();
    following.follow();
  });
  view();
  watchRoutes(win, () => {
    view();
    void following.arrive();
  });
  win.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    view();
    following.follow();
  });
}

/** `key` as addresses carry it. */
type Asking = { readonly win: Window; readonly store: Store; readonly address: string; readonly key: string };

/** Asks of a journey at once, as the page waits for the answer; what was reported before goes first. */
function openAsking({ win, store, address, key }: Asking, flush: () => Promise<void>) {
  return async (journey: string, what: string, fields: Data): Promise<unknown> => {
    await flush();
    const url = `${address}/sdk/journeys/${encodeURIComponent(journey)}/${what}?key=${key}`;
    const body = JSON.stringify({ ...whoOf(store), ...fields });
    const response = await win.fetch(url, { method: "POST", body, credentials: "omit" });
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.detail), answer);
    return answer.data;
  };
}

/** Before the names of all that is stored for a site. */
const prefixOf = ({ key }: Options): string => `sojourn.${key.slice(0, 16)}.`;

function isGiven(win: Window, name: string): boolean {
  try {
    return win.localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

const pageOf = ({ location: { href, pathname }, document: { title, referrer } }: Window) => ({
  ...{ url: href, path: pathname, title, referrer },
});

const named = (name?: string | Data, properties: Data = {}): Data =>
  typeof name === "object" ? name : { ...(name ? { name } : {}), ...properties };

const contextOf = (win: Window) => ({
  library: { name: "sojourn-browser", version: VERSION },
  page: pageOf(win),
  locale: win.navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
