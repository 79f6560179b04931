import { createRequire, Module } from "node:module";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Segment's client for React Native, unmodified, in its own process; the native parts that Node lacks are stubbed
 * below. `node react-native.ts <server> <key>` sends a few messages and exits when the client reports them as sent. A
 * request to any other address than the server's ends it with an error.
 */
const [server = "", writeKey = ""] = process.argv.slice(2);

type Client = {
  readonly isReady: { readonly value: boolean };
  identify(userId: string, traits: object): Promise<void>;
  track(event: string, properties: object): Promise<void>;
  screen(name: string, properties: object): Promise<void>;
  group(groupId: string, traits: object): Promise<void>;
  alias(userId: string): Promise<void>;
  flush(): Promise<void>;
};

const phone = {
  ...{ appName: "Shop", appVersion: "1.0", buildNumber: "1", bundleId: "com.example.shop", locale: "en-GB" },
  ...{ networkType: "wifi", osName: "iOS", osVersion: "18", screenHeight: 800, screenWidth: 400 },
  ...{ timezone: "Europe/London", manufacturer: "Apple", model: "A phone", deviceName: "A phone", deviceType: "ios" },
};
const native = {
  AppState: { currentState: "active", addEventListener: () => ({ remove() {} }) },
  NativeModules: { AnalyticsReactNative: { getContextInfo: async () => phone } },
  Platform: { OS: "ios", select: ({ ios }: { ios: unknown }) => ios },
};
const react = { createContext: () => ({}) };

const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (name, ...rest) => {
  if (name === "react-native") return native;
  return name === "react" ? react : load(name, ...rest);
};

const send = globalThis.fetch;
globalThis.fetch = (address, options) => {
  if (!String(address).startsWith(`${server}/`)) throw new Error(`a request to ${String(address)}`);
  return send(address, options);
};

const { createClient } = createRequire(import.meta.url)("@segment/analytics-react-native") as {
  createClient(config: object): Client;
};
const proxies = {
  proxy: `${server}/v1`,
  cdnProxy: `${server}/v1`,
  useSegmentEndpoints: true,
  allowInsecureProxy: true,
};
const client = createClient({ writeKey, ...proxies, flushAt: 100, flushInterval: 0, trackAppLifecycleEvents: false });
// Earlier messages wait, and a `flush` sends nothing.
while (!client.isReady.value) await wait(5);
await client.track("Opened", { from: "home" });
await client.identify("phone", { email: "phone@example.com" });
await client.track("Bought", { n: 1 });
await client.screen("Basket", { items: 2 });
await client.group("acme", { seats: 5 });
await client.alias("phone-later");
await client.flush();
process.exit(0);
