import * as z from "zod";
import { type Context, iso, Timestamp } from "#services";
import { findStamp } from "./find-journey.ts";

export const JourneyRevision = z
  .object({ id: z.string(), revision: z.int(), updatedAt: Timestamp })
  .meta({ id: "JourneyRevision" });
export type JourneyRevision = z.infer<typeof JourneyRevision>;

/** At which revision a journey is, so that a page which shows it sees whether it is still right. */
export async function getRevision(ctx: Context, reference: string): Promise<JourneyRevision> {
  const { id, revision, updatedAt } = await findStamp(ctx, reference);
  return { id, revision, updatedAt: iso(updatedAt) };
}
