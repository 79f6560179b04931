import { nextScheduled } from "#engine";
import { type Context, iso } from "#services";
import { readJourneyTitles } from "#store/journeys";
import { readWorkspaceSchedules } from "#store/schedules";
import type { Occurrence } from "./schema.ts";

const EACH = 5;
const MOST = 50;

/** When the schedules of published journeys start next, the earliest first. */
export async function nextOccurrences(ctx: Context): Promise<Occurrence[]> {
  const { sql } = ctx.database;
  const rows = await readWorkspaceSchedules(sql, ctx.workspaceId);
  const names = new Map(
    await readJourneyTitles(
      sql,
      ctx.workspaceId,
      rows.map(({ journeyId }) => journeyId),
    ),
  );
  const occurrences = rows.flatMap(({ journeyId, config, nextAt }) => {
    const journey = { id: journeyId, name: names.get(journeyId) ?? "" };
    const times: number[] = [];
    for (let at = nextAt; at !== null && times.length < EACH; at = following(config, at)) times.push(at);
    return times.map((at) => ({ journey, at }));
  });
  return occurrences
    .sort((one, other) => one.at - other.at)
    .slice(0, MOST)
    .map(({ journey, at }) => ({ journey, at: iso(new Date(at)) }));
}

/** Its zone is stored with it. A schedule that cannot be computed ends the list; an alert tells of it (R53). */
function following(config: Readonly<Record<string, unknown>>, at: number): number | null {
  try {
    return nextScheduled(config, "UTC", at);
  } catch {
    return null;
  }
}
