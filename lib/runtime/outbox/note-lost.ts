import type { LostAddress } from "#channels";
import { isConsentChannel } from "#consent";
import type { Claimed } from "#store/deliveries";
import { dropDeadDevices } from "#store/devices";
import { type NewSuppression, recordSuppressions } from "#store/suppressions";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Attempt } from "./settle.ts";

/**
 * Takes back what receivers call unknown: devices are removed, addresses and numbers suppressed. What stays by a fault is
 * found again by the next message.
 */
export async function noteLost({ database, report }: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  const lost = attempts.flatMap(({ delivery, result }) =>
    result !== null && "lost" in result && result.lost ? [{ delivery, lost: result.lost }] : [],
  );
  if (lost.length === 0) return;
  try {
    await dropDeadDevices(database.sql, lost.flatMap(deadDevices));
    await recordSuppressions(database.sql, lost.flatMap(suppressionOf));
  } catch (error) {
    report?.("lost addresses and devices could not be noted; their next message finds them again", error);
  }
}

type Lost = { readonly delivery: Claimed; readonly lost: LostAddress };

const deadDevices = ({ delivery: { workspaceId }, lost }: Lost) =>
  lost.kind === "devices" ? lost.devices.map(({ token, seenAt }) => ({ workspaceId, token, asOf: seenAt })) : [];

function suppressionOf({ delivery: { workspaceId, channel }, lost }: Lost): NewSuppression[] {
  if (lost.kind === "devices" || !isConsentChannel(channel)) return [];
  const { address, kind: reason, detail } = lost;
  return [{ workspaceId, channel, address, reason, source: reason === "stop_word" ? "sms" : "sending", detail }];
}
