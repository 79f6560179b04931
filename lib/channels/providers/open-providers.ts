import { CHANNEL_OF_SERVICE, PROVIDER_SET_UPS, type SendingService } from "#providers";
import type { Channel, ChannelKind, Message, SendResult } from "../channel.ts";
import { type AddressGuard, openAddressGuard } from "../network/address-guard.ts";
import { apnsTarget } from "../push/apns.ts";
import { pushChannel } from "../push/channel.ts";
import { fcmTarget } from "../push/fcm.ts";
import type { PushTarget } from "../push/target.ts";
import { webPushTarget } from "../push/web-push.ts";
import { smsChannel } from "../sms/channel.ts";
import { type Caller, openCaller } from "../webhook/call.ts";
import { callJson } from "./json-call.ts";
import { wrongSetUp } from "./judge.ts";

/** A service as a workspace has set it up. */
export type ProviderSetUp = {
  readonly service: SendingService;
  /** Changes with every change of the set-up. */
  readonly revision: string;
  readonly settings: unknown;
  /** `null`: they were sealed with another secret of the installation. */
  readonly secrets: unknown;
  /** Where the service may report what happened to a message; null = nowhere. */
  readonly reportUrl: string | null;
};

export type Providers = {
  /** The workspace's own channel of a kind; `null`: nothing is set up for it. */
  readonly channel: (workspaceId: string, kind: ChannelKind, setUps: readonly ProviderSetUp[]) => Channel | null;
  /** What a public address answers, for certificates and confirmations; null = nothing, or an error. */
  readonly fetchText: (url: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
};

type Opened = { readonly revision: string; readonly channel: Channel };

/** The channels that workspaces have set up themselves; each stays open until its set-up changes. */
export function openProviders(allowedNetworks: readonly string[]): Providers {
  const guard = openAddressGuard(allowedNetworks);
  const caller = openCaller(guard);
  const opened = new Map<string, Opened>();
  return {
    channel: (workspaceId, kind, setUps) => {
      const own = setUps.filter(({ service }) => CHANNEL_OF_SERVICE[service] === kind);
      const [first] = own;
      if (first === undefined) return null;
      const key = `${workspaceId} ${kind}`;
      const revision = own.map((one) => `${one.service} ${one.revision} ${one.reportUrl}`).join();
      const before = opened.get(key);
      if (before?.revision === revision) return before.channel;
      const channel = OPENERS[CHANNEL_OF_SERVICE[first.service]]({ caller, guard }, own);
      opened.set(key, { revision, channel });
      // What it is sending still ends: closing waits for the answers.
      before?.channel.close().catch(() => {});
      return channel;
    },
    fetchText: async (url) => {
      const answer = await callJson(caller, { url, method: "GET" }).catch(() => null);
      return answer?.status === 200 ? answer.text : null;
    },
    close: async () => {
      await Promise.all([...opened.values()].map(({ channel }) => channel.close()));
      caller.close();
    },
  };
}

type Network = { readonly caller: Caller; readonly guard: AddressGuard };

/** The channel of the services that are set up for it; the compiler names a channel without one. */
const OPENERS: Readonly<
  Record<(typeof CHANNEL_OF_SERVICE)[SendingService], (network: Network, own: readonly ProviderSetUp[]) => Channel>
> = { sms: openSms, push: openPush };

const UNREADABLE =
  "its set-up cannot be read any more, because SOJOURN_SECRET has changed. Enter its secrets again under Settings › Channels.";

function openSms({ caller }: Network, [setUp]: readonly ProviderSetUp[]): Channel {
  const { settings, secrets } = PROVIDER_SET_UPS.sms;
  const read = settings.safeParse(setUp?.settings);
  const known = secrets.safeParse(setUp?.secrets);
  if (!read.success || !known.success) return broken("sms", `The SMS provider is not used: ${UNREADABLE}`);
  return smsChannel(caller, { settings: read.data, secrets: known.data, reportUrl: setUp?.reportUrl ?? null });
}

function broken(kind: ChannelKind, text: string): Channel {
  const send = async (_: Message): Promise<SendResult> => wrongSetUp("credentials", text);
  return { kind, name: "Not readable", concurrency: 1, send, close: async () => {} };
}

function openPush({ caller, guard }: Network, setUps: readonly ProviderSetUp[]): Channel {
  const of = (service: SendingService) => setUps.find((one) => one.service === service);
  return pushChannel({
    web: target(of("web_push"), "Web push", (setUp) => openWebPush(caller, setUp)),
    fcm: target(of("fcm"), "Firebase", (setUp) => openFcm(caller, setUp)),
    apns: target(of("apns"), "Apple push", (setUp) => openApns(guard, setUp)),
  });
}

function target(
  setUp: ProviderSetUp | undefined,
  name: string,
  open: (setUp: ProviderSetUp) => PushTarget | null,
): PushTarget | null {
  if (!setUp) return null;
  const send = async () => wrongSetUp("credentials", `${name} is not used: ${UNREADABLE}`);
  return open(setUp) ?? { name, send, close: () => {} };
}

function openWebPush(caller: Caller, setUp: ProviderSetUp): PushTarget | null {
  const settings = PROVIDER_SET_UPS.web_push.settings.safeParse(setUp.settings);
  const secrets = PROVIDER_SET_UPS.web_push.secrets.safeParse(setUp.secrets);
  const publicKey = settings.data?.publicKey;
  if (!settings.success || !secrets.success || publicKey === undefined) return null;
  return webPushTarget(caller, { settings: { ...settings.data, publicKey }, secrets: secrets.data });
}

function openFcm(caller: Caller, setUp: ProviderSetUp): PushTarget | null {
  const settings = PROVIDER_SET_UPS.fcm.settings.safeParse(setUp.settings);
  const secrets = PROVIDER_SET_UPS.fcm.secrets.safeParse(setUp.secrets);
  return settings.success && secrets.success
    ? fcmTarget(caller, { settings: settings.data, secrets: secrets.data })
    : null;
}

function openApns(guard: AddressGuard, setUp: ProviderSetUp): PushTarget | null {
  const settings = PROVIDER_SET_UPS.apns.settings.safeParse(setUp.settings);
  const secrets = PROVIDER_SET_UPS.apns.secrets.safeParse(setUp.secrets);
  return settings.success && secrets.success
    ? apnsTarget(guard, { settings: settings.data, secrets: secrets.data })
    : null;
}
