import type { Connection } from "./connection.ts";

/** Versions of a newer program format than this worker runs: kept out of the claim, not skipped after it (R16). */
export async function readUnreadableVersions(sql: Connection, format: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from versions where program_format > ${format}`;
  return rows.map((row) => row.id);
}
