import * as z from "zod";
import { FormerCode, Timestamp } from "#services";
import { schema } from "#store";

export const Alert = z
  .object({
    id: z.string(),
    code: z.enum(schema.alerts.code.enumValues),
    formerCode: FormerCode.optional(),
    journeyId: z.string().nullable().meta({ description: "null = it concerns more than one journey" }),
    journeyName: z.string().nullable(),
    text: z.string(),
    at: Timestamp.meta({ description: "When it was last raised" }),
    count: z.int(),
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof Alert>;
