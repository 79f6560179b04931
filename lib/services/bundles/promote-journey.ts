import { type Context, forbidden, invalidField, notFound, requireRole } from "#services";
import { roleIn } from "#services/members";
import { getBundle } from "./get-bundle.ts";
import { Bundle, type PromoteInput, type TakenBundle } from "./schema.ts";
import { takeBundle } from "./take-bundle.ts";

/**
 * Takes a journey with everything that it needs into another workspace of the person who asks: what `getBundle` answers
 * here is taken over there, with the person's role there. A key belongs to one workspace, so it is refused.
 */
export async function promoteJourney(
  ctx: Context,
  reference: string,
  { workspaceId, dryRun }: PromoteInput,
): Promise<TakenBundle> {
  requireRole(ctx, "viewer");
  const { actor } = ctx;
  if (actor.kind !== "user")
    throw forbidden("A key belongs to one workspace: read the bundle with it, and send that with a key of the other.");
  // As it would arrive in a request, with what its schema adds.
  const bundle = Bundle.parse(await getBundle(ctx, reference));
  if (workspaceId === ctx.workspaceId) throw invalidField(["workspaceId"], "The journey is in this workspace already");
  const role = await roleIn(actor.id, workspaceId);
  if (role === null) throw notFound("workspace");
  const there: Context = { ...ctx, workspaceId, actor: { ...actor, role } };
  requireRole(there, "editor");
  return takeBundle(there, { bundle, ...(dryRun === undefined ? {} : { dryRun }) });
}
