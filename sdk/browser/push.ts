import type { Client } from "./client.ts";

export type PushOptions = {
  /** The publishable key of the site. */
  readonly key: string;
  /** The address of Sojourn. */
  readonly url: string;
  /** The path of the page's own service worker, which shows the messages. */
  readonly worker: string;
};

/** `refused` by the visitor, `impossible` in this browser or page, `not_set_up` in the workspace. */
export type PushOutcome = "subscribed" | "refused" | "impossible" | "not_set_up";

/**
 * Subscribes this browser to push messages for the person who is signed in. Call it from a click, as browsers ask the
 * visitor then only. Throws if nobody is signed in, or if Sojourn refuses the device.
 */
export async function subscribeToPush(
  client: Pick<Client, "who" | "flush">,
  { key, url, worker }: PushOptions,
  win: Window & Pick<typeof globalThis, "Notification"> = window,
): Promise<PushOutcome> {
  const who = client.who();
  if (who.userId === undefined) throw new Error("Identify the visitor before you subscribe them to push messages.");
  const { serviceWorker } = win.navigator;
  if (!serviceWorker || !("PushManager" in win)) return "impossible";
  const address = `${url.replace(/\/+$/, "")}/sdk/`;
  const own = `?key=${encodeURIComponent(key)}`;
  const { publicKey } = await answerOf(win.fetch(`${address}push${own}`, { credentials: "omit" }));
  if (typeof publicKey !== "string") return "not_set_up";
  if ((await win.Notification.requestPermission()) !== "granted") return "refused";
  const { pushManager } = await serviceWorker.register(worker);
  const former = await pushManager.getSubscription();
  // A browser keeps to the key it subscribed with.
  if (former && keyOf(former) !== publicKey) await former.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  // The person may have been met a moment ago.
  await client.flush();
  const body = JSON.stringify({ ...who, token: JSON.stringify(subscription), platform: "web" });
  await answerOf(win.fetch(`${address}devices${own}`, { method: "PUT", body, credentials: "omit" }));
  return "subscribed";
}

/** Ends the subscription of this browser, for example when somebody signs out; the next message finds out. */
export async function unsubscribeFromPush(worker: string, win: Window = window): Promise<void> {
  const registration = await win.navigator.serviceWorker?.getRegistration(worker);
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

async function answerOf(asked: Promise<Response>): Promise<Record<string, unknown>> {
  const response = await asked;
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.detail ?? "Sojourn refused this."), answer);
  return answer.data;
}

/** The key of a subscription, as the server writes it. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
