import type { Connection } from "./connection.ts";

/** The database's time (R3). */
export async function readNow(sql: Connection): Promise<Date> {
  const [row] = await sql<{ now: number }[]>`select date_part('epoch', clock_timestamp()) * 1000 as now`;
  if (row === undefined) throw new Error("the database told no time");
  return new Date(row.now);
}
