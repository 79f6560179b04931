import * as z from "zod";
import { Moment } from "#services";

export const Operation = z
  .object({
    id: z.string(),
    kind: z.string(),
    journeyId: z.string().nullable(),
    status: z.enum(["waiting", "running", "done", "cancelled", "failed"]),
    done: z.int(),
    total: z.int().nullable(),
    error: z.string().nullable(),
    createdAt: Moment,
    finishedAt: Moment.nullable(),
  })
  .meta({ id: "Operation" });
export type Operation = z.infer<typeof Operation>;
