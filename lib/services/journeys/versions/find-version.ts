import { and, eq } from "drizzle-orm";
import { type Context, notFound } from "#services";
import { schema } from "#store";

/** By number or id; `all`, or no value, means every version. */
type VersionQuery = { readonly version?: string | number | undefined; readonly versionId?: string | undefined };

/** The id of the version that is asked for; null for all together. Throws `not_found`. */
export async function findVersionId(
  ctx: Context,
  journeyId: string,
  { version, versionId }: VersionQuery,
): Promise<string | null> {
  if (versionId === undefined && (version === undefined || version === "all")) return null;
  const { versions } = schema;
  const named = versionId === undefined ? eq(versions.number, Number(version)) : eq(versions.id, versionId);
  const [row] = await ctx.database.orm
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.journeyId, journeyId), named));
  if (!row) throw notFound("version");
  return row.id;
}
