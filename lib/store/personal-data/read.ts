import { isConsentChannel } from "#consent";
import type { Sql, TransactionSql } from "#db";
import { type PackedHop, unpackHops } from "../history/hops.ts";
import { findMerged } from "../people/follow-merges.ts";
import { personalTables } from "./register.ts";
import { readSubject } from "./subject.ts";

type Row = Readonly<Record<string, unknown>>;

export type PersonalRow = { readonly table: string; readonly row: Row };

const ROWS_AT_ONCE = 500;

/** What is stored packed, or beside what is about the person, as an export shows it. */
const SHOWN: Readonly<Record<string, (row: Row) => Row>> = {
  history: (row) => ({ ...row, hops: Array.isArray(row.hops) ? unpackHops(row.hops as PackedHop[]) : [] }),
  // The address of a webhook and its headers are the workspace's own, and may contain a key of it.
  deliveries: ({ rendered, recipient, ...row }) => {
    const { headers: _headers, ...letter } = (rendered ?? {}) as { headers?: unknown };
    return {
      ...row,
      recipient: isConsentChannel(String(row.channel)) ? recipient : null,
      rendered: rendered === null ? null : letter,
    };
  },
};

/**
 * Hands every row about a person to `take`, table by table, all as of one moment. `people_search` and the like are
 * left out, see `leftOutTables`. Returns how many rows each table had, zeros included.
 */
export async function readPersonalData(
  sql: Sql,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  take: (rows: readonly PersonalRow[]) => Promise<void>,
): Promise<Record<string, number>> {
  return await sql.begin("isolation level repeatable read read only", async (tx) => {
    const people = [personId, ...(await findMerged(tx, [personId]))];
    return await readTables(tx, workspaceId, people, take);
  });
}

async function readTables(
  sql: TransactionSql,
  workspaceId: string,
  people: readonly string[],
  take: (rows: readonly PersonalRow[]) => Promise<void>,
): Promise<Record<string, number>> {
  const subject = await readSubject(sql, workspaceId, people);
  const counts: Record<string, number> = {};
  for (const [table, statement] of personalTables()) {
    if ("leftOut" in statement) continue;
    const shown = SHOWN[table] ?? ((row: Row) => row);
    let count = 0;
    for await (const rows of sql<{ row: Row }[]>`${statement(sql, subject)}`.cursor(ROWS_AT_ONCE)) {
      count += rows.length;
      await take(rows.map(({ row }) => ({ table, row: shown(row) })));
    }
    counts[table] = count;
  }
  return counts;
}

/** The tables that know people and are not exported, with the reason. */
export const leftOutTables = (): Record<string, string> =>
  Object.fromEntries(
    personalTables().flatMap(([table, statement]) => ("leftOut" in statement ? [[table, statement.leftOut]] : [])),
  );
