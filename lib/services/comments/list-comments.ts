import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { readComments } from "#store/comments";
import type { Comment } from "./schema.ts";
import { viewComments } from "./view-comments.ts";

/** More comments than this a journey cannot have. */
export const MOST_COMMENTS = 2_000;

/** All comments of a journey and its steps with their answers, the oldest first. */
export async function listComments(ctx: Context, reference: string): Promise<Comment[]> {
  const { id } = await findJourney(ctx, reference);
  return viewComments(ctx, await readComments(ctx.database.orm, id, MOST_COMMENTS));
}
