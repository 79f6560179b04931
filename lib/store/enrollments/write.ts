import { newId, type TransactionSql } from "#db";
import type { EnrollmentEnd, EnrollmentMove, EnrollmentRevival, EnrollmentStart } from "#engine";
import { columnsOf } from "../sql/columns-of.ts";
import { type Connection, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { rowsAsTable } from "../sql/rows-as-table.ts";
import { atEnd, atEntry } from "./columns.ts";

/** An enrollment; with its outcome if it ended in the batch that started it. */
export type NewEnrollment = EnrollmentStart & { readonly end: EnrollmentEnd | null };

const RUNNING = { status: "active" };

export async function insertEnrollments(sql: TransactionSql, rows: readonly Owned<NewEnrollment>[]): Promise<void> {
  const starts = rows.map(({ row }) => row);
  await insertRows(sql, "enrollments", {
    shard: ["smallint", shardsOf(rows)],
    workspace_id: ["uuid", workspacesOf(rows)],
    person_id: ["uuid", peopleOf(rows)],
    ...columnsOf(atEntry, starts),
    ...columnsOf(
      atEnd,
      starts.map(({ end }) => end ?? RUNNING),
    ),
  });
}

/** The second and last write of an enrollment's own row (R6). */
export async function endEnrollments(sql: Connection, rows: readonly Owned<EnrollmentEnd>[]): Promise<void> {
  await sql`
    update enrollments
    set status = ended.status, exit_reason = ended.exit_reason, last_node_id = ended.last_node_id,
      ended_at = ended.ended_at, failed_state = ended.failed_state
    from (${rowsAsTable(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.id)],
      ...columnsOf(
        atEnd,
        rows.map(({ row }) => row),
      ),
    })}) as ended
    where enrollments.shard = ended.shard ${ofOneShard(sql, "enrollments", shardsOf(rows))} and enrollments.id = ended.id`;
}

/** Sets the new version on running enrollments that a migration moved (R35). */
export async function moveEnrollments(sql: Connection, rows: readonly Owned<EnrollmentMove>[]): Promise<void> {
  const last = new Map(rows.map((owned) => [owned.row.id, owned]));
  const moved = [...last.values()];
  await sql`
    update enrollments
    set version_id = moved.version_id
    from unnest(
      ${plain(shardsOf(moved))}::int[], ${plain(moved.map(({ row }) => row.id))}::uuid[],
      ${plain(moved.map(({ row }) => row.toVersionId))}::uuid[]
    ) as moved (shard, id, version_id)
    where enrollments.shard = moved.shard ${ofOneShard(sql, "enrollments", shardsOf(moved))} and enrollments.id = moved.id`;
}

/**
 * Sets failed enrollments to running again (R36). Those that end again in the same batch are ended by a later
 * statement.
 */
export async function reviveEnrollments(sql: Connection, rows: readonly Owned<EnrollmentRevival>[]): Promise<void> {
  await sql`
    with failed as (
      select own.shard, own.id, own.journey_id, revived.version_id, revived.count_id, own.ended_at
      from unnest(${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[],
        ${plain(rows.map(({ row }) => row.versionId))}::uuid[],
        ${plain(rows.map(() => newId()))}::uuid[]) as revived (shard, id, version_id, count_id)
      join enrollments own on own.shard = revived.shard ${ofOneShard(sql, "own", shardsOf(rows))} and own.id = revived.id
    ), revived as (
      update enrollments
      set status = 'active', exit_reason = null, last_node_id = null, ended_at = null, hidden_at = null, failed_state = null
      from failed where enrollments.shard = failed.shard and enrollments.id = failed.id
    )
    insert into journey_counts (shard, id, journey_id, version_id, at, failed)
    select shard, (array_agg(count_id))[1], journey_id, version_id, date_bin('15 minutes', ended_at, '1970-01-01Z'), -count(*)
    from failed group by shard, journey_id, version_id, 5`;
}
