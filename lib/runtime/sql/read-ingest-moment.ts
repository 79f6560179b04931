import type { Connection } from "./connection.ts";

/** The database's time of the batch in microseconds since the epoch: app clocks order nothing (R3). */
export async function readIngestMoment(sql: Connection): Promise<number> {
  const [row] = await sql<{ micros: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000000)::float8 as micros`;
  return row?.micros ?? Number.NaN;
}
