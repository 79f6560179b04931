import { CONSENT, idsOf, newId, reset, signIn } from "./person.ts";
import { openQueue } from "./queue.ts";
import { watchRoutes } from "./routes.ts";
import { openSender } from "./sender.ts";
import { openStore } from "./store.ts";
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
};

export type Client = {
  readonly track: (event: string, properties?: Data) => void;
  /** Without a user id, only the traits of the present person change. */
  readonly identify: (userId: string | Data, traits?: Data) => void;
  readonly alias: (userId: string, previousId?: string) => void;
  readonly page: (name?: string | Data, properties?: Data) => void;
  /** Forgets the person, for example when they sign out. */
  readonly reset: () => void;
  /** `false` removes everything that is stored and ends sending. */
  readonly consent: (given: boolean) => void;
  readonly enroll: (journey: string, properties?: Data) => Promise<unknown>;
  readonly progress: (journey: string, what?: Data) => Promise<unknown>;
  /** Sends now what waits. */
  readonly flush: () => Promise<void>;
};

/** A client for one site; `win` is the window that it lives in. */
export function createClient(options: Options, win: Window = window): Client {
  const { key, askConsent = false, autoPage = true } = options;
  const address = (options.url ?? win.location.origin).replace(/\/+$/, "");
  const store = openStore(win, `sojourn.${key.slice(0, 16)}.`);
  const queue = openQueue(store);
  const sender = openSender({ win, queue, address, key });

  let refused = false;

  const say = (type: string, fields: Data): void => {
    if (refused) return;
    const message = { type, messageId: newId(), timestamp: new Date().toISOString(), ...idsOf(store), ...fields };
    try {
      queue.add({ ...message, context: contextOf(win) });
      sender.soon();
    } catch (error) {
      console.warn(`Sojourn cannot report this ${type}:`, error);
    }
  };

  const client: Client = {
    track: (event, properties = {}) => say("track", { event: event.replace(/^(app\.)?/, "app."), properties }),
    identify(userId, traits = {}) {
      if (typeof userId === "object") return say("identify", { traits: userId });
      signIn(store, String(userId));
      say("identify", { traits });
    },
    alias(userId, previousId) {
      const { userId: before, anonymousId } = idsOf(store);
      say("alias", { userId, previousId: previousId ?? before ?? anonymousId });
      signIn(store, userId, true);
    },
    page(name, properties = {}) {
      const named = typeof name === "object" ? name : { ...(name ? { name } : {}), ...properties };
      say("page", { properties: { ...pageOf(win), ...named } });
    },
    reset: () => reset(store),
    consent(given) {
      refused = !given;
      store.persist(given);
      if (given && askConsent) store.set(CONSENT, "1");
      sender.allow(given);
    },
    enroll: (journey, properties) => ask(journey, "enroll", properties ? { properties } : {}),
    progress: (journey, what = {}) => ask(journey, "progress", what),
    flush: sender.flush,
  };

  /** Asks at once, as the page waits for the answer; what was reported before goes first. */
  async function ask(journey: string, what: string, fields: Data): Promise<unknown> {
    await sender.flush();
    const url = `${address}/sdk/journeys/${encodeURIComponent(journey)}/${what}?key=${encodeURIComponent(key)}`;
    const { userId, anonymousId } = idsOf(store);
    const body = JSON.stringify({ ...(userId === undefined ? { anonymousId } : { userId }), ...fields });
    const response = await win.fetch(url, { method: "POST", body, credentials: "omit" });
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.detail ?? "Sojourn refused this."), answer);
    return answer.data;
  }

  // Before consent this only reads; a consent that was given on an earlier page still counts.
  if (!askConsent || isGiven(win, `sojourn.${key.slice(0, 16)}.${CONSENT}`)) client.consent(true);
  win.addEventListener("pagehide", sender.leave);
  win.addEventListener("online", sender.again);
  win.document.addEventListener("visibilitychange", () => {
    if (win.document.visibilityState === "hidden") void sender.flush();
  });
  if (!autoPage) return client;
  client.page();
  watchRoutes(win, () => client.page());
  win.addEventListener("pageshow", (event) => {
    if (event.persisted) client.page();
  });
  return client;
}

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

const contextOf = (win: Window) => ({
  library: { name: "sojourn-browser", version: VERSION },
  page: pageOf(win),
  locale: win.navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
