import type { TransactionSql } from "#db";
import { type ExposureCount, insertExposureCounts } from "#store/exposure-counts";
import { type Exposure, putExposure, readExposures, takeExposures } from "#store/exposures";
import type { Owner } from "#store/sql";

/** Merges the exposures of two people: per split the earlier exposure is kept, with the goals of both (R39, R54). */
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
