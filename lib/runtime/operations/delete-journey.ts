import { deleteJourneyRows } from "#store/journeys";
import type { OperationKind } from "./operation.ts";

/** Everything of a journey, shard by shard; the journey itself last. */
export const deleteJourney: OperationKind = {
  work: (slice) => deleteJourneyRows(slice),
  finish: async (sql, { journeyId }) => {
    await sql`delete from journeys where id = ${journeyId}`;
    await sql`update engine_config set revision = revision + 1`;
  },
};
