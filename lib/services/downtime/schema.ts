import * as z from "zod";
import { Timestamp } from "#services";

/** What engines wait for after a long downtime or a move of the database; `null` = they run. */
export const Downtime = z
  .object({
    heldAt: Timestamp,
    reason: z.enum(["moved", "away"]),
    awaySince: Timestamp.nullable(),
    answer: z.enum(["fire", "shift", "drop"]).nullable(),
  })
  .meta({ id: "Downtime" });
export type Downtime = z.infer<typeof Downtime>;

/**
 * `fire`: overdue steps run now · `shift`: all times move by the downtime · `drop`: messages of the downtime are
 * skipped.
 */
export const DowntimeAnswer = z.strictObject({ answer: z.enum(["fire", "shift", "drop"]) });
export type DowntimeAnswer = z.infer<typeof DowntimeAnswer>;
