import type { Context } from "#services";

/** The database's clock in ms, by which trials begin (R3). */
export async function databaseTime(ctx: Context): Promise<number> {
  const [row] = await ctx.database.sql<{ now: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
  return row?.now ?? Number.NaN;
}
