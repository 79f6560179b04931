import type { Context } from "#services";

/** Whether this database knows the zone too: it carries a list of its own, of another release. */
export async function isKnownToDatabase(ctx: Context, timezone: string): Promise<boolean> {
  const [found] = await ctx.database.sql`
    select from pg_timezone_names where lower(name) = ${timezone.toLowerCase()} limit 1`;
  return found !== undefined;
}
