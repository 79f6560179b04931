import type { Database, TransactionSql } from "#db";
import { installationTables } from "#store";
import { type StagingSchema, stageTable } from "./open-staging.ts";

/** What others refer to goes first. */
const FIRST = ["workspaces", "sites", "segments", "content", "journeys", "versions"];

/**
 * Copies the finished staging tables into the real ones in one transaction, so that the demo appears as a whole.
 * Sequence numbers are assigned again, because the real tables have their own.
 */
export async function copyStage(database: Database, stage: StagingSchema): Promise<void> {
  const left = new Set([...installationTables(), "shards"]);
  const tables = stage.tables.filter((name) => !left.has(name));
  const ordered = [...FIRST, ...tables.filter((name) => !FIRST.includes(name))];
  await database.sql.begin(async (sql) => {
    for (const table of ordered) await copyTable(sql, table);
    await sql`
      insert into members (workspace_id, user_id, role, created_at)
      select w.id, m.user_id, 'owner', case when ${await isUnused(sql)}::boolean then w.created_at else now() end
      from workspaces w cross join (select distinct user_id from members where role = 'owner' and status = 'active') m where w.is_demo`;
    await sql`update installation set demo_seeded_at = now()`;
    await sql`update engine_config set revision = revision + 1`;
  });
}

async function copyTable(sql: TransactionSql, table: string): Promise<void> {
  const columns = await sql<{ name: string; is_number: boolean }[]>`
    select staged.attname as name, staged.attidentity <> '' as is_number from pg_attribute staged
    join pg_attribute kept on kept.attrelid = ${`"${table}"`}::regclass and kept.attname = staged.attname
    where staged.attrelid = ${stageTable(table)}::regclass and staged.attnum > 0 and not staged.attisdropped
      and kept.attgenerated = '' order by staged.attnum`;
  const kept = columns.filter((column) => !column.is_number).map((column) => `"${column.name}"`);
  const numbered = columns.find((column) => column.is_number);
  const order = numbered ? ` order by "${numbered.name}"` : "";
  const list = kept.join(", ");
  await sql.unsafe(`insert into "${table}" (${list}) select ${list} from ${stageTable(table)}${order}`);
}

// Users without work of their own see the Demo first; others see their own workspace.
async function isUnused(sql: TransactionSql): Promise<boolean> {
  const [row] = await sql<{ used: boolean }[]>`
    select exists (select 1 from journeys j join workspaces w on w.id = j.workspace_id where not w.is_demo)
      or exists (select 1 from api_keys k join workspaces w on w.id = k.workspace_id where k.kind = 'secret' and not w.is_demo) as used`;
  return row?.used !== true;
}
