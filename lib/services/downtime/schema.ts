import * as z from "zod";
import { Timestamp } from "#services";

/** What engines wait for after a move of the database or a long time away; `null` = they work. */
export const Downtime = z
  .object({
    heldAt: Timestamp,
    reason: z.enum(["moved", "away"]),
    awaySince: Timestamp.nullable(),
    answer: z.enum(["fire", "shift", "drop"]).nullable(),
  })
  .meta({ id: "Downtime" });
export type Downtime = z.infer<typeof Downtime>;

/** `fire`: what fell due happens now · `shift`: everything moves by the gap · `drop`: messages of the gap are skipped. */
export const DowntimeAnswer = z.strictObject({ answer: z.enum(["fire", "shift", "drop"]) });
export type DowntimeAnswer = z.infer<typeof DowntimeAnswer>;
