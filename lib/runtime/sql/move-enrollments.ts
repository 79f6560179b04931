import type { EnrollmentMove } from "#engine";
import { type Connection, type Owned, plain, shardsOf } from "./connection.ts";

/** Running enrollments that a migration took to another version: the enrollment's own row names the one it is on now (R35). */
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
    where enrollments.shard = moved.shard and enrollments.id = moved.id`;
}
