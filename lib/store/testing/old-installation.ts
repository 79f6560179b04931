import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Database } from "#db";
import { fillTables } from "./fill-tables.ts";

/** The last migration of the first release that ran the engine in full: the oldest schema that an installation may have. */
export const OLDEST = "0008_facts";

/** Brings an empty database to the schema of an earlier release, up to this migration, with rows in every table. */
export async function installUpTo(database: Database, tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-earlier-"));
  try {
    await cp(resolve("drizzle"), folder, { recursive: true });
    const file = join(folder, "meta", "_journal.json");
    const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(file, "utf8"));
    const last = journal.entries.findIndex((entry) => entry.tag === tag);
    if (last === -1) throw new Error(`There is no migration ${tag}.`);
    await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
    await migrate(database.orm, { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await fillTables(database);
}
