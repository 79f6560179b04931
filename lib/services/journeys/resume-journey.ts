import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { queueAudience } from "./audience.ts";
import type { JourneyRow } from "./find-journey.ts";
import { type JourneyChange, moveJourney } from "./move-journey.ts";
import type { JourneyDetail } from "./schema.ts";

export type Resuming = {
  /** How overdue timers of a hold are treated; by default as in the journey's settings. */
  readonly onResume?: "fire" | "shift" | undefined;
  /** How many people resume per minute; all at once by default. */
  readonly perMinute?: number | undefined;
};

/** Resumes a paused journey. */
export function resumeJourney(ctx: Context, reference: string, asked: Resuming = {}): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "resume",
    change: (tx, row) => handBack(ctx, tx, row, asked),
    after: (tx, row) => queueAudience(ctx, tx, row),
  });
}

/** Hands what a pause kept to the engine, when a move ends it; nothing for a journey that is not paused. */
export async function handBack(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  asked: Resuming = {},
): Promise<JourneyChange> {
  if (row.status !== "paused") return {};
  const onResume = asked.onResume ?? (row.settings.onResume === "shift" ? "shift" : "fire");
  const rate = asked.perMinute === undefined ? {} : { perMinute: asked.perMinute };
  await queueOperation(ctx, tx, "resume", { pauseMode: row.pauseMode, onResume, ...rate }, { journeyId: row.id });
  return { onResume };
}
