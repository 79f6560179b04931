import { queueOperation, raiseRevision } from "./publish.ts";
import type { RuntimeHarness } from "./runtime-harness.ts";

type Paused = { readonly onResume?: "fire" | "shift"; readonly perMinute?: number };

const now = ({ runtime }: RuntimeHarness): string =>
  (runtime.clock.kind === "virtual" ? runtime.clock.at : new Date()).toISOString();

/** Writes what pausing a journey writes to the tables, at the fixture's time. */
export async function pause(stage: RuntimeHarness, journeyId: string, mode: "hold" | "drain" | "queue"): Promise<void> {
  await stage.database.sql`
    update journeys set status = 'paused', pause_mode = ${mode},
      pauses = pauses || jsonb_build_object('mode', ${mode}::text, 'from', ${now(stage)}::text, 'to', null)
    where id = ${journeyId}`;
  await raiseRevision(stage.database);
}

/** The same for resuming: ends the pause and queues the resume operation. */
export async function resume(
  stage: RuntimeHarness,
  journeyId: string,
  { onResume = "fire", ...rate }: Paused = {},
): Promise<string> {
  await stage.database.sql`
    update journeys set status = 'published', pause_mode = null, on_resume = ${onResume}, pauses = (
      select jsonb_agg(case when pause ->> 'to' is null then pause || jsonb_build_object('to', ${now(stage)}::text) else pause end)
      from jsonb_array_elements(pauses) as pause)
    where id = ${journeyId}`;
  const { workspaceId, database } = stage;
  const id = await queueOperation(database, { workspaceId, journeyId, kind: "resume", input: { onResume, ...rate } });
  await raiseRevision(database);
  return id;
}
