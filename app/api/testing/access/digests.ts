import type { Database } from "#db";

/** What any call may touch, or what processes note by themselves. */
const OWN_LIFE = ["api_keys", "sessions", "verifications", "event_catalog", "engine_config", "engine_life"];

export type Digests = Readonly<Record<string, string>>;

type About = { readonly workspaceId: string; readonly ids: readonly string[] };

/**
 * A digest of the rows of every table; with `about`, only of the workspace's rows, and in tables that do not say whose
 * rows are, of those in which one of the ids stands. Two digests are equal if nothing was stored between them.
 */
export async function digestRows(database: Database, about: About | null = null): Promise<Digests> {
  const tables = await readTables(database);
  const filter = (isOwned: boolean) => (isOwned ? "where t.workspace_id = $1" : "where t::text ~ $2");
  const parts = tables.map(
    ({ name, owned }) => `select '${name}' as name, (select coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
      from ${name} t ${about ? filter(owned) : "where ($1::uuid is null and $2 = '')"}) as digest`,
  );
  const rows = await database.sql.unsafe<{ name: string; digest: string }[]>(parts.join(" union all "), [
    about?.workspaceId ?? null,
    about?.ids.join("|") ?? "",
  ] as string[]);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

type Table = { readonly name: string; readonly owned: boolean };
const known = new WeakMap<Database, Promise<Table[]>>();

function readTables(database: Database): Promise<Table[]> {
  const tables = known.get(database) ?? listTables(database);
  known.set(database, tables);
  return tables;
}

async function listTables(database: Database): Promise<Table[]> {
  return database.sql<Table[]>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'sojourn') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all (${OWN_LIFE}) order by 1`;
}
