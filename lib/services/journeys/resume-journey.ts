import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { queueAudience } from "./audience.ts";
import type { JourneyRow } from "./find-journey.ts";
import { databaseNow, type JourneyChange, moveJourney } from "./move-journey.ts";
import { endPause } from "./pauses.ts";
import type { JourneyDetail } from "./schema.ts";

export type Resuming = {
  /** What becomes of timers that a hold kept back; the journey's setting unless said. */
  readonly onResume?: "fire" | "shift" | undefined;
  /** How many people are handed back a minute; all at once unless said. */
  readonly perMinute?: number | undefined;
};

/** People go on, and new ones come in again. */
export function resumeJourney(ctx: Context, reference: string, asked: Resuming = {}): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "resume",
    from: ["paused"],
    change: (tx, row) => resumedChange(ctx, tx, row, "published", asked),
    after: (tx, row) => queueAudience(ctx, tx, row),
  });
}

/** Ends the pause and hands what it kept to the engine. */
export async function resumedChange(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  status: "published" | "draft",
  asked: Resuming = {},
): Promise<JourneyChange> {
  const onResume = asked.onResume ?? (row.settings.onResume === "shift" ? "shift" : "fire");
  const rate = asked.perMinute === undefined ? {} : { perMinute: asked.perMinute };
  await queueOperation(ctx, tx, "resume", { pauseMode: row.pauseMode, onResume, ...rate }, row.id);
  const pauses = endPause(row.pauses, await databaseNow(tx));
  return { status, pauseMode: null, onResume, pauses };
}
