import type { Connection } from "./connection.ts";
import { plain } from "./connection.ts";
import type { NewConversion } from "./insert-conversions.ts";
import type { Exposed } from "./insert-exposures.ts";

export type Reached = Exposed & { readonly goalRevision: string };

/** Notes goals on the person's exposures of before, each goal once a person (R54). Answers those it was new for. */
export async function reachExposures(sql: Connection, rows: readonly NewConversion[]): Promise<Reached[]> {
  return await sql<Reached[]>`
    update exposures set reached = array_append(reached, new.goal_revision)
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.journeyId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${rows.map((row) => row.goalRevision)}::text[],
      ${plain(rows.map((row) => row.at))}::float8[]
    ) as new (shard, journey_id, person_id, goal_revision, at)
    where exposures.shard = new.shard and exposures.journey_id = new.journey_id
      and exposures.person_id = new.person_id and exposures.at <= to_timestamp(new.at / 1000)
      and not new.goal_revision = any(exposures.reached)
    returning exposures.shard, exposures.journey_id as "journeyId", exposures.node_id as "nodeId", exposures.arm,
      new.goal_revision as "goalRevision"`;
}
