import { dropDeadDevices } from "#store/devices";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Attempt } from "./settle.ts";

/** Removes the devices that push services no longer know. A device that stays by a fault is found dead again. */
export async function noteLost({ database, report }: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  const dead = attempts.flatMap(({ delivery: { workspaceId }, result }) => {
    const lost = result !== null && "lost" in result ? result.lost : undefined;
    return lost?.kind === "devices"
      ? lost.devices.map(({ token, seenAt }) => ({ workspaceId, token, asOf: seenAt }))
      : [];
  });
  if (dead.length === 0) return;
  try {
    await dropDeadDevices(database.sql, dead);
  } catch (error) {
    report?.("dead devices could not be removed; their next message finds them again", error);
  }
}
