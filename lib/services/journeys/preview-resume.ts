import type { Context } from "#services";
import { countResuming } from "#store/positions";
import { findJourney } from "./find-journey.ts";
import type { ResumePreview } from "./schema.ts";

/**
 * How many people a resume would set in motion: those for whom a wait ended, a signal was kept, or an action or message
 * was held back during the pause. Everybody else inside waits on as before.
 */
export async function previewResume(ctx: Context, reference: string): Promise<ResumePreview> {
  const journey = await findJourney(ctx, reference);
  if (journey.status !== "paused") return { inside: 0, due: 0 };
  return await countResuming(ctx.database.sql, journey.id);
}
