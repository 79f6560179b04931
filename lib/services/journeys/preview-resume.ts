import type { Context } from "#services";
import { countResuming } from "#store/positions";
import { findJourney } from "./find-journey.ts";
import type { ResumePreview } from "./schema.ts";

/**
 * How many people a resume affects: those whose wait ended, or who have kept signals, queued actions or held messages
 * from the pause. All others keep waiting. Uses the same conditions as the engine's `handBack`.
 */
export async function previewResume(ctx: Context, reference: string): Promise<ResumePreview> {
  const journey = await findJourney(ctx, reference);
  if (journey.status !== "paused") return { inside: 0, due: 0 };
  return await countResuming(ctx.database.sql, journey.id);
}
