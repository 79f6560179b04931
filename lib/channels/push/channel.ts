import { addressKinds } from "#consent";
import type { Channel, DeviceAnswer, Message, PushDevice, SendResult } from "../channel.ts";
import { final, wrongSetUp } from "../providers/judge.ts";
import type { PushResult, PushTarget } from "./target.ts";

const AT_ONCE = 32;

export type PushTargets = {
  readonly web: PushTarget | null;
  readonly fcm: PushTarget | null;
  readonly apns: PushTarget | null;
};

/**
 * A push message to all devices of a person. It is sent once one of them has it: another attempt would show it there
 * twice, so the devices that failed are only noted.
 */
export function pushChannel(targets: PushTargets): Channel {
  const open = Object.values(targets).filter((target) => target !== null);

  async function send(message: Message): Promise<SendResult> {
    const devices = message.devices ?? [];
    if (devices.length === 0) return final(addressKinds.push.missing);
    const results = await Promise.all(
      devices.map(async (device) => ({ device, result: await sendTo(targetOf(targets, device), message, device) })),
    );
    const dead = results.flatMap(({ device: { token, seenAt }, result }) =>
      result.status === "dead" ? [{ token, seenAt }] : [],
    );
    const about = {
      response: { devices: results.map(answerOf) },
      ...(dead.length === 0 ? {} : { lost: { kind: "devices" as const, devices: dead } }),
    };
    const sent = results.find(({ result }) => result.status === "sent")?.result;
    if (sent?.status === "sent") return { status: "sent", providerId: sent.providerId, ...about };
    const failed = results.flatMap(({ result }) => (result.status === "failed" ? [result] : []));
    const worth = failed.find(({ permanent }) => !permanent) ?? failed[0];
    return { ...(worth ?? final("No device of the person receives push messages any more.")), ...about };
  }

  return {
    kind: "push",
    name: `Push (${open.map(({ name }) => name).join(", ")})`,
    concurrency: AT_ONCE,
    send,
    close: async () => {
      for (const target of open) target.close();
    },
  };
}

/** Tokens of Apple are hexadecimal; an app of iOS may as well have one of Firebase. */
function targetOf({ web, fcm, apns }: PushTargets, { platform, token }: PushDevice): PushTarget | null {
  if (platform === "web") return token.startsWith("{") ? web : fcm;
  if (platform === "android") return fcm;
  return /^[0-9a-fA-F]{64,200}$/.test(token) ? (apns ?? null) : fcm;
}

const PLATFORMS = { web: "browsers", android: "Android", ios: "iOS" } as const;

async function sendTo(target: PushTarget | null, message: Message, device: PushDevice): Promise<PushResult> {
  if (target !== null) return await target.send(message, device);
  return wrongSetUp(
    "credentials",
    `No push service for ${PLATFORMS[device.platform]} is set up under Settings › Channels.`,
  );
}

function answerOf({ device: { platform, token }, result }: { device: PushDevice; result: PushResult }): DeviceAnswer {
  const outcome = result.status;
  return { platform, token: shortened(token), outcome, ...("error" in result ? { error: result.error } : {}) };
}

/** Enough to tell devices apart; the token itself is kept with the device alone. */
const shortened = (token: string) => (token.length <= 24 ? token : `${token.slice(0, 12)}…${token.slice(-8)}`);
