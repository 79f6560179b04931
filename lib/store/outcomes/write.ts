import { newId } from "#db";
import type { Outcome } from "#engine";
import type { Connection, Owner } from "../sql/connection.ts";

export type OutcomeRow = {
  readonly outcome: Outcome;
  readonly offerId: string | null;
  readonly flowId: string | null;
  readonly enrollmentId: string | null;
  readonly journeyId: string | null;
};

/** Stores one outcome at the present time (R3). */
export async function insertOutcome(sql: Connection, owner: Owner, row: OutcomeRow): Promise<void> {
  await sql`
    insert into outcomes (shard, id, workspace_id, person_id, outcome, offer_id, flow_id, enrollment_id, journey_id, at)
    values (${owner.shard}, ${newId(owner.shard)}, ${owner.workspaceId}, ${owner.personId}, ${row.outcome},
      ${row.offerId}, ${row.flowId}, ${row.enrollmentId}, ${row.journeyId}, clock_timestamp())`;
}
