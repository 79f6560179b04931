import type { Connection } from "./connection.ts";

/** A row of `sojourn.track` that cannot be taken in: it stays, with the reason, and holds up nobody. */
export async function setTrackedAside(sql: Connection, id: number, fault: string): Promise<void> {
  await sql`update sojourn.tracked set fault = ${fault} where id = ${id}`;
}
