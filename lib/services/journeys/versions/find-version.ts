import { type Context, notFound } from "#services";
import { readVersionId } from "#store/versions";

/** By number or id; `all`, or no value, means every version. */
type VersionQuery = { readonly version?: string | number | undefined; readonly versionId?: string | undefined };

/** The id of the version that is asked for; null for all together. Throws `not_found`. */
export async function findVersionId(
  ctx: Context,
  journeyId: string,
  { version, versionId }: VersionQuery,
): Promise<string | null> {
  if (versionId === undefined && (version === undefined || version === "all")) return null;
  const named = versionId === undefined ? { number: Number(version) } : { id: versionId };
  const id = await readVersionId(ctx.database.orm, journeyId, named);
  if (id === null) throw notFound("version");
  return id;
}
