import { readDays } from "#store/journey-series";
import { type ListedJourney, readRunningJourneys } from "#store/journeys";
import type { Connection } from "#store/sql";
import { DAY_MS, HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** Days that the expectation is made of, and how many of them a journey must have. */
const DAYS = 28;
const ENOUGH_DAYS = 14;
/** Fewer entries a day say nothing when they stop. */
const FEWEST = 5;
/** An alert is raised beyond this many standard deviations. */
const WIDTH = 3;

/**
 * Published journeys into which nobody came in the last 24 hours though people did before, and those into which far more
 * or fewer came than in the four weeks before. Whole hours are compared, so that each check within an hour is the same.
 */
export async function watchEntries(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const until = now - (now % HOUR_MS);
  const alerts: RaisedAlert[] = [];
  for (const journey of await readRunningJourneys(sql)) {
    const [latest, ...before] = await readEntries(sql, journey, until);
    const found = latest === undefined ? null : judgeEntries(latest, before);
    if (found === null) continue;
    const { id: journeyId, workspaceId } = journey;
    alerts.push({ ...found, workspaceId, journeyId, at: until, counting: "is" });
  }
  return alerts;
}

/** Entries of the last 24 hours, and of each 24 hours before, the latest first. */
async function readEntries(
  sql: Connection,
  { id, countedRevision }: Pick<ListedJourney, "id" | "countedRevision">,
  until: number,
): Promise<number[]> {
  const bounds = Array.from({ length: DAYS + 2 }, (_, index) => {
    const startsAt = until - (DAYS + 1 - index) * DAY_MS;
    return { day: new Date(startsAt).toISOString(), startsAt };
  });
  const days = await readDays(sql, { id, countedRevision }, bounds);
  // The last bucket is the running hour.
  return days
    .slice(0, -1)
    .map(({ enrolled }) => enrolled)
    .reverse();
}

/** What is unusual about the entries of a day after those of the days before (the latest first); null = nothing. */
export function judgeEntries(
  latest: number,
  before: readonly number[],
): Pick<RaisedAlert, "code" | "text" | "count"> | null {
  const first = before.findLastIndex((count) => count > 0);
  const known = before.slice(0, first + 1);
  if (known.length < ENOUGH_DAYS) return null;
  const mean = known.reduce((sum, count) => sum + count, 0) / known.length;
  if (mean < FEWEST) return null;
  const spread = known.reduce((sum, count) => sum + (count - mean) ** 2, 0) / known.length;
  const width = WIDTH * Math.sqrt(Math.max(spread, mean));
  const [low, high] = [Math.max(0, Math.floor(mean - width)), Math.ceil(mean + width)];
  const usual = `usually ${low} to ${high} a day`;
  if (latest === 0 && known.slice(0, 7).some((count) => count > 0))
    return { code: "gone_quiet", text: `Nobody entered in the last 24 hours; ${usual}.`, count: 1 };
  if (latest >= low && latest <= high) return null;
  const text = `${latest} people entered in the last 24 hours, ${latest > high ? "more" : "fewer"} than expected: ${usual}.`;
  return { code: "entries_unusual", text, count: latest };
}
