import type { Fragment } from "#db";
import type { Connection } from "./connection.ts";

/** How many rows there are; `isAbout`: by an estimate of the planner. */
export type Count = { readonly total: number; readonly isAbout: boolean };

/** Counted one by one up to here. Reading so many keys takes two or three milliseconds. */
const EXACT_UP_TO = 10_000;

/**
 * The number of rows of a statement: exact up to ten thousand, else as the planner estimates it from its statistics, so that
 * the cost does not grow with the rows (R51). `rows` selects them without order.
 */
export async function countAbout(sql: Connection, rows: () => Fragment, upTo = EXACT_UP_TO): Promise<Count> {
  const [counted] = await sql<{ total: number }[]>`
    select count(*)::int as total from (${rows()} limit ${upTo + 1}) as counted`;
  const total = counted?.total ?? 0;
  if (total <= upTo) return { total, isAbout: false };
  return { total: Math.max(total, await estimateRows(sql, rows)), isAbout: true };
}

type Explained = { readonly "QUERY PLAN": readonly { readonly Plan: { readonly "Plan Rows": number } }[] };

/** The rows that the planner expects. */
export async function estimateRows(sql: Connection, rows: () => Fragment): Promise<number> {
  const [explained] = await sql<Explained[]>`explain (format json) ${rows()}`;
  return explained?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
