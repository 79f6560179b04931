import { readMoment } from "#store/engine-config";
import { raiseAlerts } from "../alerts/index.ts";
import type { RaisedAlert } from "../alerts/raised-alert.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Attempt } from "./settle.ts";

/**
 * Raises an alert about a missing setting that messages wait for, already at the first attempt; once per hour and kind.
 */
export async function raiseSetUpFaults(runtime: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  const failed = attempts.flatMap(({ delivery, result }) =>
    result?.status === "failed" && result.setUp ? [{ delivery, setUp: result.setUp }] : [],
  );
  if (failed.length === 0) return;
  const { clock, database, report } = runtime;
  try {
    const at = clock.kind === "virtual" ? clock.at.getTime() : (await readMoment(database.sql)).now;
    const alerts = failed.map(({ delivery, setUp }): RaisedAlert => {
      // Mail goes over the installation's server; every other provider is one of the workspace.
      const isOwn = setUp.kind === "sender" || delivery.channel !== "email";
      const workspaceId = isOwn ? delivery.workspaceId : null;
      const about = { workspaceId, journeyId: null, at, text: setUp.text, subject: setUp.kind };
      return { code: "sending_not_set_up", ...about };
    });
    await raiseAlerts(database.sql, alerts);
  } catch (error) {
    // A failed alert is only reported: the messages are marked already, and each of them carries the reason.
    report?.("the alert about a missing setting for sending could not be stored", error);
  }
}
