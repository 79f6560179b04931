import { shardOf } from "#db";
import type { Context } from "#services";
import type { EnrollmentStatus } from "./schema.ts";
import { untilSettled } from "./until-settled.ts";

export type Asked = { readonly personId: string; readonly enrollmentId: string; readonly signalId: string };

export type Outcome = {
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly status: EnrollmentStatus | "PENDING" | "NOT_ENROLLED";
  readonly reason: string | null;
};

/** What became of the asked-for enrollments; `patient` waits up to two seconds for an engine elsewhere. */
export async function outcomesOf(
  ctx: Context,
  journeyId: string,
  asked: readonly Asked[],
  patient: boolean,
): Promise<Outcome[]> {
  let waiting = await stillWaiting(ctx, asked);
  if (patient) {
    await untilSettled(async () => {
      waiting = await stillWaiting(ctx, asked);
      return waiting.size === 0;
    });
  }
  const statuses = await statusesOf(ctx, asked);
  const reasons = await reasonsOf(ctx, journeyId, asked);
  return asked.map(({ personId, enrollmentId, signalId }) => {
    const status = statuses.get(enrollmentId);
    if (status) return { personId, enrollmentId, status, reason: null };
    if (waiting.has(signalId)) return { personId, enrollmentId, status: "PENDING", reason: null };
    return { personId, enrollmentId: null, status: "NOT_ENROLLED", reason: reasons.get(personId) ?? null };
  });
}

const shardsOf = (asked: readonly Asked[]) => [...new Set(asked.map(({ personId }) => shardOf(personId)))];

async function stillWaiting(ctx: Context, asked: readonly Asked[]): Promise<Set<string>> {
  const rows = await ctx.database.sql<{ id: string }[]>`
    select id from inbox
    where shard = any(${shardsOf(asked)}::smallint[])
      and person_id = any(${asked.map(({ personId }) => personId)}::uuid[])
      and id = any(${asked.map(({ signalId }) => signalId)}::uuid[])`;
  return new Set(rows.map((row) => row.id));
}

async function statusesOf(ctx: Context, asked: readonly Asked[]): Promise<Map<string, EnrollmentStatus>> {
  const rows = await ctx.database.sql<{ id: string; status: string }[]>`
    select id, status from enrollments
    where shard = any(${shardsOf(asked)}::smallint[])
      and id = any(${asked.map(({ enrollmentId }) => enrollmentId)}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.status.toUpperCase() as EnrollmentStatus]));
}

/** The latest near-miss of each person at this journey, as far as it was kept as a sample (R41). */
async function reasonsOf(ctx: Context, journeyId: string, asked: readonly Asked[]): Promise<Map<string, string>> {
  const rows = await ctx.database.sql<{ person_id: string; reason: string }[]>`
    select sample ->> 'personId' as person_id, reason
    from near_misses, jsonb_array_elements(samples) as sample
    where shard = any(${shardsOf(asked)}::smallint[]) and journey_id = ${journeyId}
      and hour > now() - interval '2 hours'
    order by (sample ->> 'at')::float8`;
  return new Map(rows.map((row) => [row.person_id, row.reason]));
}
