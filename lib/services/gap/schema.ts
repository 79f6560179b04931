import * as z from "zod";
import { Moment } from "#services";

/** What engines wait for after a move of the database or a long time away; `null` = they work. */
export const Gap = z
  .object({
    heldAt: Moment,
    reason: z.enum(["moved", "away"]),
    awaySince: Moment.nullable(),
    answer: z.enum(["fire", "shift", "drop"]).nullable(),
  })
  .meta({ id: "Gap" });
export type Gap = z.infer<typeof Gap>;

/** `fire`: what fell due happens now · `shift`: everything moves by the gap · `drop`: messages of the gap are skipped. */
export const GapAnswer = z.strictObject({ answer: z.enum(["fire", "shift", "drop"]) });
export type GapAnswer = z.infer<typeof GapAnswer>;
