import type { Connection } from "./connection.ts";

type Recounted = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  readonly goalRevision: string;
};

/**
 * Brings one shard's counters of split paths up to what a recount found: trips of older goals now count for this one. They
 * are never taken down, as erased people stay counted (R40).
 */
export async function recountPaths(
  sql: Connection,
  { shard, journeyId, versionId, goalRevision }: Recounted,
): Promise<void> {
  await sql`
    insert into node_counts (shard, id, journey_id, version_id, element_id, entered, advanced, exited, failed, converted)
    select ${shard}, gen_random_uuid(), ${journeyId}::uuid, ${versionId}::uuid, edge_id, entered, 0, 0, 0, converted
    from (
      select edge_id, greatest(0, stored.entered - coalesce(counted.entered, 0)) as entered,
        greatest(0, stored.converted - coalesce(counted.converted, 0)) as converted
      from (
        select edge_id, count(*) as entered, count(conversions.enrollment_id) as converted
        from split_choices left join conversions on conversions.shard = split_choices.shard
          and conversions.enrollment_id = split_choices.enrollment_id and conversions.goal_revision = ${goalRevision}
        where split_choices.shard = ${shard} and split_choices.journey_id = ${journeyId}
        group by edge_id
      ) stored left join (
        select element_id, sum(entered) as entered, sum(converted) as converted from node_counts
        where shard = ${shard} and journey_id = ${journeyId}
          and version_id in (select id from versions where journey_id = ${journeyId} and goal_revision = ${goalRevision})
        group by element_id
      ) counted on counted.element_id = stored.edge_id
    ) missing
    where entered > 0 or converted > 0`;
}
