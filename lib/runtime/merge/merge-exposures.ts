import type { TransactionSql } from "#db";
import { type ExposureCount, insertExposureCounts } from "#store/exposure-counts";
import type { Owner } from "#store/sql";

type Exposure = {
  readonly shard: number;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly arm: string;
  readonly at: string;
  readonly reached: string[];
};

/** Two people that are one have one exposure a split: the earlier, with the goals of both (R39, R54). */
export async function mergeExposures(sql: TransactionSql, owner: Owner, to: Owner): Promise<void> {
  const [theirs, own] = await Promise.all([takeExposures(sql, owner), readExposures(sql, to)]);
  if (theirs.length === 0) return;
  const counts: ExposureCount[] = [];
  for (const moved of theirs) {
    const before = own.find((one) => one.journeyId === moved.journeyId && one.nodeId === moved.nodeId);
    const kept = before === undefined || moved.at < before.at ? moved : before;
    const reached = [...new Set([...moved.reached, ...(before?.reached ?? [])])];
    await putExposure(sql, to, { ...kept, reached });
    counts.push(...countsOf(moved, -1), ...(before ? countsOf(before, -1) : []), ...countsOf({ ...kept, reached }, 1));
  }
  await insertExposureCounts(sql, counts);
}

function countsOf({ shard, journeyId, nodeId, arm, reached }: Exposure, sign: 1 | -1): ExposureCount[] {
  const of = { shard, journeyId, nodeId, arm };
  return [
    { ...of, goalRevision: "", people: sign, converted: 0 },
    ...reached.map((goalRevision) => ({ ...of, goalRevision, people: 0, converted: sign })),
  ];
}

function takeExposures(sql: TransactionSql, { shard, personId }: Owner): Promise<Exposure[]> {
  return sql<Exposure[]>`
    delete from exposures where shard = ${shard} and person_id = ${personId}
    returning shard, journey_id as "journeyId", node_id as "nodeId", arm, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, reached`;
}

function readExposures(sql: TransactionSql, { shard, personId }: Owner): Promise<Exposure[]> {
  return sql<Exposure[]>`
    select shard, journey_id as "journeyId", node_id as "nodeId", arm, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, reached
    from exposures where shard = ${shard} and person_id = ${personId}`;
}

async function putExposure(sql: TransactionSql, to: Owner, row: Exposure): Promise<void> {
  await sql`
    insert into exposures (shard, journey_id, person_id, node_id, arm, workspace_id, at, reached)
    values (${to.shard}, ${row.journeyId}, ${to.personId}, ${row.nodeId}, ${row.arm}, ${to.workspaceId},
      ${row.at}::text::timestamptz, ${row.reached}::text[])
    on conflict (shard, journey_id, person_id, node_id) do update
      set arm = excluded.arm, at = excluded.at, reached = excluded.reached`;
}
