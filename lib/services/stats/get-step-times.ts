import * as z from "zod";
import { shardOf } from "#db";
import { type Context, iso, notFound, Timestamp } from "#services";
import { findJourney } from "#services/journeys";
import { personLabel } from "#services/people";
import { readPeople } from "#store/people";
import { readWaiting, type WaitingRow } from "#store/positions";
import { hasStep } from "#store/versions";
import { readVisits, summaryOf } from "./time-in-node.ts";

const Count = z.int();
const Seconds = z.number().nullable();
const Bucket = z.object({
  from: z.int().meta({ description: "Seconds, included" }),
  to: z.int().nullable().meta({ description: "Seconds, not included; null = no end" }),
  count: Count,
});

/** How long people are at a step: those who have left it, and those who wait there. */
export const StepTimes = z
  .object({
    finished: z
      .object({ p50: Seconds, p90: Seconds, mean: Seconds, visits: Count, histogram: z.array(Bucket) })
      .meta({ description: "The most recent visits that have ended, up to about 2,000 of all steps together" }),
    waiting: z.object({
      people: Count.meta({ description: "People who were looked at" }),
      isSample: z.boolean().meta({ description: "More people wait here than were looked at" }),
      histogram: z.array(Bucket),
      longer: Count.meta({ description: "Those who have been here at least `longerThan` seconds" }),
      longest: z
        .array(
          z.object({
            enrollmentId: z.string(),
            personId: z.string(),
            personLabel: z.string(),
            since: Timestamp,
          }),
        )
        .meta({ description: "Up to 100 of them, the longest wait first" }),
    }),
  })
  .meta({ id: "StepTimes" });
export type StepTimes = z.infer<typeof StepTimes>;

/** A year at most. */
const LONGEST = 31_622_400;

export const StepTimesQuery = z.object({
  longerThan: z
    .string()
    .regex(/^[0-9]{1,8}$/, "longerThan must be a whole number of seconds")
    .transform(Number)
    .pipe(z.number().max(LONGEST, `longerThan must be at most ${LONGEST}`))
    .default(0)
    .meta({ description: "Seconds" }),
});
export type StepTimesQuery = z.infer<typeof StepTimesQuery>;

/** The bounds of the histograms, in seconds: a minute, ten minutes, 1 and 6 hours, 1, 3, 7 and 30 days. */
const BOUNDS = [0, 60, 600, 3_600, 21_600, 86_400, 259_200, 604_800, 2_592_000];
const EACH_SHARD = 500;
const LISTED = 100;

/** How long people stay at a step, from the latest visits and from up to 32,000 of those who wait there now. */
export async function getStepTimes(
  ctx: Context,
  reference: string,
  nodeId: string,
  { longerThan }: StepTimesQuery,
): Promise<StepTimes> {
  const journey = await findJourney(ctx, reference);
  const id = nodeId.toLowerCase();
  if (!(await hasStep(ctx.database.sql, journey.id, id))) throw notFound("step in what is published");
  const [visits, { now, rows, isAll }] = await Promise.all([
    readVisits(ctx, journey.id, null),
    readWaiting(ctx.database.sql, journey, id, EACH_SHARD),
  ]);
  const finished = visits.get(id) ?? [];
  const longer = rows.filter(({ at }) => at <= now - longerThan * 1_000);
  const longest = longer.sort((left, right) => left.at - right.at).slice(0, LISTED);
  return {
    finished: { ...summaryOf(finished), visits: finished.length, histogram: histogramOf(finished) },
    waiting: {
      people: rows.length,
      isSample: !isAll,
      histogram: histogramOf(rows.map(({ at }) => Math.max(0, now - at) / 1_000)),
      longer: longer.length,
      longest: await named(ctx, longest),
    },
  };
}

function histogramOf(seconds: readonly number[]): z.infer<typeof Bucket>[] {
  return BOUNDS.map((from, index) => {
    const to = BOUNDS[index + 1] ?? null;
    return { from, to, count: seconds.filter((time) => time >= from && (to === null || time < to)).length };
  });
}

async function named(ctx: Context, rows: readonly WaitingRow[]) {
  const ids = rows.map(({ personId }) => personId);
  const shards = ids.map((id) => shardOf(id));
  const people = new Map((await readPeople(ctx.database.sql, shards, ids)).map((person) => [person.id, person]));
  return rows.map(({ enrollmentId, personId, at }) => {
    const person = people.get(personId);
    const label = personLabel({
      external_id: person?.externalId ?? null,
      anonymous_id: person?.anonymousId ?? null,
      traits: person?.traits ?? null,
    });
    return { enrollmentId, personId, personLabel: label, since: iso(at) };
  });
}
