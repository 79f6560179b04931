import { audit, type Context, iso, requireRole } from "#services";
import { leftOutTables, type PersonalRow, readPersonalData } from "#store/personal-data";
import { findPerson } from "./person-row.ts";
import { Spool } from "./spool.ts";

/**
 * Everything that is stored about a person, as lines of JSON: first whom it is about, then one line a row, last how many
 * rows each table had. All of it is as of one moment; a request that fails has exported nothing.
 */
export async function exportPerson(ctx: Context, reference: string): Promise<ReadableStream<Uint8Array>> {
  requireRole(ctx, "editor");
  const { id: personId } = await findPerson(ctx, reference);
  await audit(ctx.database.orm, ctx, "person.export", personId);
  const spool = await Spool.open();
  try {
    await spool.write(lineOf({ kind: "person", personId, exportedAt: iso(new Date()), leftOut: leftOutTables() }));
    const { workspaceId, database } = ctx;
    const tables = await readPersonalData(database.sql, { workspaceId, personId }, (rows) =>
      spool.write(rows.map((row: PersonalRow) => lineOf({ kind: "row", ...row })).join("")),
    );
    await spool.write(lineOf({ kind: "end", tables }));
  } catch (error) {
    await spool.discard();
    throw error;
  }
  return spool.read();
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;
