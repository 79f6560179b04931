import * as z from "zod";
import { JsonObject } from "#journey";
import { pageFields, Reference, Timestamp } from "#services";

export const OPERATION_STATUSES = ["waiting", "running", "done", "cancelled", "failed"] as const;
export const OperationStatus = z.enum(OPERATION_STATUSES);

export const Operation = z
  .object({
    id: z.string(),
    kind: z.string(),
    journeyId: z.string().nullable(),
    status: OperationStatus,
    done: z.int(),
    total: z.int().nullable().meta({ description: "People it is about; exact once it is done" }),
    result: JsonObject.nullable().meta({ description: "Additional results of the operation" }),
    error: z.string().nullable(),
    cancellable: z.boolean().meta({ description: "Whether it can be cancelled now; completed work is kept" }),
    createdAt: Timestamp,
    finishedAt: Timestamp.nullable(),
  })
  .meta({ id: "Operation" });
export type Operation = z.infer<typeof Operation>;

export const OperationQuery = z.object({
  ...pageFields,
  journeyId: Reference.optional(),
  status: OperationStatus.optional(),
});
export type OperationQuery = z.infer<typeof OperationQuery>;

/** The answer to a request that started an operation. */
export const Queued = z.object({ operation: Operation });
