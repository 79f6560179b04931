import { raiseRevision } from "#store/engine-config";
import { deleteJourneyRow, deleteJourneyRows } from "#store/journeys";
import type { OperationKind } from "./operation.ts";

/** Deletes all rows of a journey, shard by shard, and the journey itself last. */
export const deleteJourney: OperationKind = {
  work: (slice) => deleteJourneyRows(slice),
  finish: async (sql, { journeyId }) => {
    await deleteJourneyRow(sql, journeyId);
    await raiseRevision(sql);
  },
};
