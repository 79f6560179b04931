import { audit, type Context, notFound, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { labelVersionRow } from "#store/versions";
import { getVersion } from "./get-version.ts";
import type { VersionDetail, VersionLabel } from "./schema.ts";

/** Names a version, or notes why it was made; what it froze stays as it is. */
export async function labelVersion(
  ctx: Context,
  reference: string,
  versionId: string,
  { name, note }: VersionLabel,
): Promise<VersionDetail> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, reference);
  const label = {
    ...(name === undefined ? {} : { name: name || null }),
    ...(note === undefined ? {} : { note: note || null }),
  };
  if (Object.keys(label).length > 0)
    await ctx.database.orm.transaction(async (tx) => {
      if (!(await labelVersionRow(tx, { id: versionId, journeyId: journey.id }, label))) throw notFound("version");
      await audit(tx, ctx, "journey.version.label", journey.id, { versionId, fields: Object.keys(label) });
    });
  return getVersion(ctx, reference, versionId);
}
