import { expect, test } from "vitest";
import { subscribeToPush, unsubscribeFromPush } from "./push.ts";

const OPTIONS = { key: "pk_1", url: "https://sojourn.example/", worker: "/worker.js" };
const KEY = Buffer.from([4, 251, 255, 3]).toString("base64url");
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url")).buffer;

/** The parts of a browser that push messages touch; a real one needs a push service outside. */
function browser({ publicKey = KEY as string | null, permission = "granted", former = null as string | null } = {}) {
  const calls: string[] = [];
  const sent: unknown[] = [];
  const subscription = (key: string) => ({
    options: { applicationServerKey: bytes(key) },
    unsubscribe: async () => calls.push(`unsubscribe ${key}`),
    toJSON: () => ({ endpoint: "https://push.example/1" }),
  });
  const pushManager = {
    getSubscription: async () => (former === null ? null : subscription(former)),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
      calls.push(`subscribe ${applicationServerKey}`);
      return subscription(applicationServerKey);
    },
  };
  const win = {
    PushManager: class {},
    Notification: { requestPermission: async () => permission },
    navigator: {
      serviceWorker: {
        register: async (worker: string) => {
          calls.push(`register ${worker}`);
          return { pushManager };
        },
        getRegistration: async () => ({ pushManager }),
      },
    },
    async fetch(url: string, { method = "GET", body }: { method?: string; body?: string }) {
      calls.push(`${method} ${url}`);
      if (body === undefined) return Response.json({ data: { publicKey } });
      sent.push(JSON.parse(body));
      return Response.json({ data: {} });
    },
  };
  return { win: win as unknown as Window & typeof globalThis, calls, sent };
}

const ada = { who: () => ({ userId: "ada", userHash: "proof" }), flush: async () => {} };

test("a browser subscribes with the key of the workspace, and the person gets it as a device", async () => {
  const { win, calls, sent } = browser();
  expect(await subscribeToPush(ada, OPTIONS, win)).toBe("subscribed");
  expect(calls).toEqual([
    "GET https://sojourn.example/sdk/push?key=pk_1",
    "register /worker.js",
    `subscribe ${KEY}`,
    "PUT https://sojourn.example/sdk/devices?key=pk_1",
  ]);
  const token = JSON.stringify({ endpoint: "https://push.example/1" });
  expect(sent).toEqual([{ userId: "ada", userHash: "proof", token, platform: "web" }]);
});

test("a subscription with another key is given up for one with this key, one with this key is kept", async () => {
  const other = browser({ former: Buffer.from([4, 1]).toString("base64url") });
  await subscribeToPush(ada, OPTIONS, other.win);
  expect(other.calls).toContain("unsubscribe BAE");
  const same = browser({ former: KEY });
  await subscribeToPush(ada, OPTIONS, same.win);
  expect(same.calls.filter((call) => call.startsWith("unsubscribe"))).toEqual([]);
});

test("nobody is asked where it would lead to nothing, and everything has its own outcome", async () => {
  const asks = async (win: Window & typeof globalThis) => subscribeToPush(ada, OPTIONS, win);
  const none = browser({ publicKey: null });
  expect(await asks(none.win)).toBe("not_set_up");
  expect(none.calls).toHaveLength(1);
  const refused = browser({ permission: "denied" });
  expect(await asks(refused.win)).toBe("refused");
  expect(refused.sent).toEqual([]);
  expect(await asks({ navigator: {} } as Window & typeof globalThis)).toBe("impossible");
  const nobody = { who: () => ({ anonymousId: "x" }), flush: async () => {} };
  await expect(subscribeToPush(nobody, OPTIONS, browser().win)).rejects.toThrow("Identify the visitor");
});

test("ending it asks the browser only", async () => {
  const { win, calls } = browser({ former: KEY });
  await unsubscribeFromPush("/worker.js", win);
  expect(calls).toEqual([`unsubscribe ${KEY}`]);
});
