import { type Context, iso } from "#services";
import { findJourney } from "#services/journeys";
import { hoursAgo, readNearMisses } from "#store/near-misses";
import type { NearMisses } from "./schema.ts";

/** Examples of one reason and hour at most, and in the whole answer of one reason (R41). */
const SAMPLES = 100;

/** Who nearly entered a journey in the last hours: by reason, the most frequent first, with the latest examples. */
export async function listNearMisses(ctx: Context, reference: string, hours: number): Promise<NearMisses> {
  const journey = await findJourney(ctx, reference);
  const { sql } = ctx.database;
  const since = iso(await hoursAgo(sql, hours));
  const rows = await readNearMisses(sql, journey.id, since, SAMPLES);
  const data = rows.map(({ reason, count, samples }) => ({
    reason,
    count,
    samples: (samples ?? []).map(({ personId, at, detail }) => ({
      personId,
      at: iso(at),
      detail: detail ?? {},
    })),
  }));
  return { data, meta: { since, total: data.reduce((sum, { count }) => sum + count, 0) } };
}
