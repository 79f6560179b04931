import type { HeldOutGoal, HoldoutSide, SplitChoice } from "#engine";
import type { NewConversion } from "../conversions/write.ts";
import { type Connection, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type Exposed = {
  readonly shard: number;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly arm: string;
};

/**
 * A person's first visit of a split is their exposure; later visits change nothing (R54). Returns the new exposures.
 */
export async function insertExposures(sql: Connection, rows: readonly Owned<SplitChoice>[]): Promise<Exposed[]> {
  const first = rows.toSorted(({ row: left }, { row: right }) => left.at - right.at);
  return await sql<Exposed[]>`
    insert into exposures (shard, journey_id, person_id, node_id, arm, workspace_id, at)
    select shard, journey_id, person_id, node_id, arm, workspace_id, to_timestamp(at / 1000)
    from unnest(
      ${plain(shardsOf(first))}::int[], ${plain(first.map(({ row }) => row.journeyId))}::uuid[],
      ${plain(peopleOf(first))}::uuid[], ${plain(first.map(({ row }) => row.nodeId))}::uuid[],
      ${plain(first.map(({ row }) => row.edgeId))}::text[], ${plain(workspacesOf(first))}::uuid[],
      ${plain(first.map(({ row }) => row.at))}::float8[]
    ) as new (shard, journey_id, person_id, node_id, arm, workspace_id, at)
    on conflict do nothing
    returning shard, journey_id as "journeyId", node_id as "nodeId", arm`;
}

export type Reached = Exposed & { readonly goalRevision: string };

/**
 * Adds goals to the person's earlier exposures, each goal once per person (R54). Returns the exposures that reached it
 * for the first time.
 */
export async function reachExposures(sql: Connection, rows: readonly NewConversion[]): Promise<Reached[]> {
  return await sql<Reached[]>`
    update exposures set reached = array_append(reached, new.goal_revision)
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.journeyId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${rows.map((row) => row.goalRevision)}::text[],
      ${plain(rows.map((row) => row.at))}::float8[]
    ) as new (shard, journey_id, person_id, goal_revision, at)
    where exposures.shard = new.shard ${ofOneShard(
      sql,
      "exposures",
      rows.map(({ shard }) => shard),
    )}
      and exposures.journey_id = new.journey_id and exposures.person_id = new.person_id and exposures.at <= to_timestamp(new.at / 1000)
      and not new.goal_revision = any(exposures.reached)
    returning exposures.shard, exposures.journey_id as "journeyId", exposures.node_id as "nodeId", exposures.arm,
      new.goal_revision as "goalRevision"`;
}

/** Stands for the step of an exposure that is about a whole journey: the side of a holdout (R54). */
export const WHOLE_JOURNEY = "00000000-0000-0000-0000-000000000000";

/** The first side on which a person was; later ones change nothing. Returns the new ones. */
export async function insertHoldoutSides(sql: Connection, rows: readonly Owned<HoldoutSide>[]): Promise<Exposed[]> {
  const asChoices = rows.map(({ owner, row: { journeyId, arm, at } }) => ({
    owner,
    row: { journeyId, nodeId: WHOLE_JOURNEY, edgeId: arm, at, enrollmentId: "", versionId: "", sticky: false },
  }));
  return await insertExposures(sql, asChoices);
}

/** Goals of people who were held out within the time in which they count; each goal once for a person. */
export async function reachHeldOut(sql: Connection, rows: readonly Owned<HeldOutGoal>[]): Promise<Reached[]> {
  return await sql<Reached[]>`
    update exposures set reached = array_append(reached, new.goal_revision)
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(peopleOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => row.journeyId))}::uuid[], ${rows.map(({ row }) => row.goalRevision)}::text[],
      ${plain(rows.map(({ row }) => row.since))}::float8[], ${plain(rows.map(({ row }) => row.at))}::float8[]
    ) as new (shard, person_id, journey_id, goal_revision, since, at)
    where exposures.shard = new.shard ${ofOneShard(sql, "exposures", shardsOf(rows))}
      and exposures.journey_id = new.journey_id and exposures.person_id = new.person_id and exposures.node_id = ${WHOLE_JOURNEY} and exposures.arm = 'held_out'
      and exposures.at between to_timestamp(new.since / 1000) and to_timestamp(new.at / 1000)
      and not new.goal_revision = any(exposures.reached)
    returning exposures.shard, exposures.journey_id as "journeyId", exposures.node_id as "nodeId", exposures.arm,
      new.goal_revision as "goalRevision"`;
}
