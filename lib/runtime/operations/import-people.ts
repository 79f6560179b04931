import { shardOf } from "#db";
import { finishPart, takePart } from "#store/people-import-parts";
import { storeRows } from "../people-imports/store-rows.ts";
import type { OperationKind } from "./operation.ts";

/**
 * Stores the rows of an uploaded list, a part per slice in the order of the file, because of two rows of one person the
 * later one counts. The part is finished in the transaction that stores its rows, so each row is stored and counted once.
 */
export const importPeople: OperationKind = {
  oneSlice: true,
  steps: true,
  shards: ({ id }) => [shardOf(id)],
  work: async ({ runtime, sql, operation, now, hasCrashed }) => {
    const { id, workspaceId } = operation;
    const part = await takePart(sql, id);
    if (part === undefined) return { done: 0, cursor: null };
    await finishPart(sql, id, part.number, await storeRows({ runtime, sql, workspaceId, now, hasCrashed }, part.rows));
    // Any id works: the part itself says that it is done.
    return { done: part.size, cursor: id };
  },
};
