import { raiseAlerts } from "../alerts/index.ts";
import { checkDowntime, type DowntimeOptions, isSteady } from "../downtime/index.ts";
import type { Runtime } from "../runtime.ts";

type Work = () => Promise<boolean>;

export type Gate = {
  /** Checks once a second whether engines may work. */
  readonly watch: Work;
  /** Runs the work while engines may work; otherwise it reports that there is nothing to do. */
  readonly behind: (work: Work) => Work;
};

/**
 * Blocks all work that advances people or sends messages, while an operator has to answer after a downtime or the clock
 * has jumped (R44).
 */
export function openGate(runtime: Runtime, options: DowntimeOptions): Gate {
  let open = false;
  return {
    watch: async () => {
      const wasOpen = open;
      open = await checkDowntime(runtime, options);
      await watchClock(runtime);
      return open && !wasOpen;
    },
    behind: (work) => async () => open && (await isSteady(runtime)) && (await work()),
  };
}

async function watchClock(runtime: Runtime): Promise<void> {
  await isSteady(runtime);
  const { database, drift, report } = runtime;
  if (drift.unreported === null) return;
  const { by, at } = drift.unreported;
  drift.unreported = null;
  const minutes = Math.round(by / 60_000);
  const text = `The database's clock jumped by ${minutes} minutes: nobody was advanced for 30 seconds. Check its time service.`;
  report(text, { by, at });
  await raiseAlerts(database.sql, [{ code: "clock_jumped", workspaceId: null, journeyId: null, at, text }]);
}
