import type { Database } from "#db";

/** What any call may touch, or what processes note by themselves. */
const OWN_LIFE = [
  "api_keys",
  "sessions",
  "verifications",
  "event_catalog",
  "property_catalog",
  "engine_config",
  "engine_life",
];

/** A row that was created, changed or deleted, as JSON before and after, and the workspaces that it was of. */
export type RowChange = { readonly name: string; readonly workspaces: readonly string[]; readonly text: string };

/**
 * Lets the database note from now on each row that changes, in the transaction that changes it. Asking it what was stored
 * takes no longer when there are more rows, as comparing all of them would.
 */
export async function watchRows({ sql }: Database): Promise<void> {
  await sql.unsafe(`
    create table if not exists row_changes (name text, before jsonb, after jsonb);
    create or replace function note_row_change() returns trigger language plpgsql as $$
    begin
      insert into row_changes values (tg_table_name, to_jsonb(old), to_jsonb(new));
      return null;
    end $$;`);
  const tables = await sql<{ name: string }[]>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'sojourn') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all (${[...OWN_LIFE, "row_changes"]})`;
  const triggers = tables.map(
    ({ name }) => `
      create or replace trigger note_new after insert or delete on ${name} for each row execute function note_row_change();
      create or replace trigger note_changed after update on ${name} for each row
        when (old.* is distinct from new.*) execute function note_row_change();`,
  );
  await sql.unsafe(triggers.join("\n"));
}

/** What was stored since this was asked last. */
export async function takeChanges({ sql }: Database): Promise<RowChange[]> {
  const rows = await sql<{ name: string; before: Row; after: Row }[]>`delete from row_changes returning *`;
  return rows.map(({ name, before, after }) => {
    const column = name === "workspaces" ? "id" : "workspace_id";
    const workspaces = [before?.[column], after?.[column]].flatMap((id) => (typeof id === "string" ? [id] : []));
    return { name, workspaces, text: JSON.stringify([before, after]) };
  });
}

type Row = Readonly<Record<string, unknown>> | null;
