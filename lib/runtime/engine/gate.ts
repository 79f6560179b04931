import { raiseAlerts } from "../alerts/index.ts";
import { isSuspended, type LifeOptions, live, notePace } from "../life/index.ts";
import type { Runtime } from "../runtime.ts";
import { readMoment } from "../sql/read-moment.ts";

type Work = () => Promise<boolean>;

export type Gate = {
  /** Looks once a second whether engines may work. */
  readonly watch: Work;
  /** Does the work while they may; otherwise there is nothing to do. */
  readonly behind: (work: Work) => Work;
};

/** Keeps everything back that moves people or sends, until somebody has answered after a gap, or the clock rests (R44). */
export function openGate(runtime: Runtime, options: LifeOptions): Gate {
  let open = false;
  return {
    watch: async () => {
      const wasOpen = open;
      open = await live(runtime, options);
      if (runtime.clock.kind === "database") await watchClock(runtime);
      return open && !wasOpen;
    },
    behind: (work) => async () => open && !isSuspended(runtime.pace, performance.now()) && (await work()),
  };
}

async function watchClock({ database, pace, report }: Runtime): Promise<void> {
  const { now } = await readMoment(database.sql);
  notePace(pace, now, performance.now());
  if (pace.untold === 0) return;
  const minutes = Math.round(pace.untold / 60_000);
  pace.untold = 0;
  const text = `The database's clock jumped by ${minutes} minutes: nobody was moved for 30 seconds. Check its time service.`;
  report(text, { now });
  await raiseAlerts(database.sql, [{ code: "clock_jumped", workspaceId: null, journeyId: null, at: now, text }]);
}
