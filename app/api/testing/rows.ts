import { flushEventCatalog, flushPropertyCatalog } from "#runtime";
import type { ApiFixture } from "./api-fixture.ts";

/** How many rows every table has, and a digest of them: for what must not write anything. Any call may touch its key. */
export async function everyRow({ database }: ApiFixture): Promise<Record<string, string>> {
  await flushEventCatalog(database);
  await flushPropertyCatalog(database);
  const tables = await database.sql<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'sojourn') and table_type = 'BASE TABLE' and table_name <> 'api_keys'
    order by 1`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.sql.unsafe<{ digest: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    );
    rows[name] = row?.digest ?? "";
  }
  return rows;
}
