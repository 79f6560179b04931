import type { Database } from "#db";
import { DAY_MS } from "#times";
import { lifeOf } from "./behaviour/life-of.ts";
import { signUpTimes } from "./behaviour/sign-ups.ts";
import { makeHistory, type Progress } from "./make-history.ts";
import { makeWorkspace } from "./make-workspace.ts";
import { makePerson } from "./people/make-person.ts";
import { copyStage } from "./staging/copy-staging.ts";
import { finishStage } from "./staging/finish-stage.ts";
import { openStage } from "./staging/open-staging.ts";
import { withSeedLock } from "./staging/seed-lock.ts";

export type SeedOptions = {
  readonly people?: number;
  readonly days?: number;
  /** Called with the progress, 0 to 1. */
  readonly progress?: Progress;
  /** Aborts the seeding without a result. */
  readonly signal?: AbortSignal;
};

export type SeedOutcome = "seeded" | "present" | "elsewhere";

/**
 * Creates the Demo workspace once per installation: `present` if it was created before (and perhaps removed),
 * `elsewhere` while another process creates it. May be killed at any time: the next start begins again.
 */
export async function seedDemo(database: Database, options: SeedOptions = {}): Promise<SeedOutcome> {
  const { people = 2_000, days = 90, progress = () => {} } = options;
  return withSeedLock(database, async () => {
    const [row] = await database.sql<{ at: string | null }[]>`select demo_seeded_at as at from installation`;
    if (row?.at) return "present";
    const stage = await openStage(database);
    try {
      const end = Date.now();
      const start = end - days * DAY_MS;
      const actions = allActions(people, start, end);
      const workspace = await makeWorkspace(stage.database);
      await makeHistory(workspace, actions, { start, end }, progress, options.signal);
      await finishStage(stage.database, new Date(start));
      await copyStage(database, stage);
    } finally {
      await stage.close();
    }
    return "seeded";
  });
}

function allActions(people: number, start: number, end: number) {
  const actions = signUpTimes(people, start, end).flatMap((at, index) =>
    lifeOf(makePerson(index + 1), index + 1, at, end),
  );
  return actions.sort((a, b) => a.at - b.at);
}
