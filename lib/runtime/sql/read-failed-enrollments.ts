import type { StoredState } from "#engine";
import { type Connection, plain } from "./connection.ts";

export type FailedEnrollmentRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly versionId: string;
  readonly seq: number;
  readonly nodeId: string;
  readonly state: StoredState;
  readonly stood?: true;
};

type Row = Omit<FailedEnrollmentRow, "versionId" | "seq" | "nodeId" | "state" | "stood"> & {
  readonly failedState: Pick<FailedEnrollmentRow, "versionId" | "seq" | "nodeId" | "state" | "stood">;
};

/** The failed enrollments that `retry` signals name, as they were when they failed (R36). */
export async function readFailedEnrollments(
  sql: Connection,
  shards: number[],
  ids: string[],
): Promise<FailedEnrollmentRow[]> {
  const rows = await sql<Row[]>`
    select person_id as "personId", enrollments.id as "enrollmentId", journey_id as "journeyId",
      instance_key as "instanceKey", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt", failed_state as "failedState"
    from unnest(${plain(shards)}::int[], ${plain(ids)}::uuid[]) as wanted (shard, id)
    join enrollments on enrollments.shard = wanted.shard and enrollments.id = wanted.id
    where status = 'failed' and failed_state is not null`;
  return rows.map(({ failedState, ...row }) => ({ ...row, ...failedState }));
}
