import { describeTables } from "#store/testing";
import type { ApiFixture } from "../api-fixture.ts";
import { addRows, READABLE } from "./add-rows.ts";
import { createMore } from "./create-more.ts";
import { fillWorkspace } from "./fill-workspace.ts";
import { singular } from "./id-places.ts";
import type { Names, Objects } from "./objects.ts";

const TABLES = describeTables();
const has = (name: string, ...wanted: string[]): boolean => {
  const columns = TABLES.find((table) => table.name === name)?.columns ?? [];
  return wanted.every((column) => columns.some((one) => one.name === column));
};
/** Further objects of a table, which some routes know only. */
const FURTHER: Readonly<Record<string, string>> = {
  placed: "journeys",
  stepped: "journeys",
  campaignTemplate: "campaigns",
};
/** Numbers start here, so that no object of another workspace has the same. */
let firstNumber = 0;

/**
 * Fills a workspace with one object of every kind, and gives its objects numbers and keys of their own. `foreign`: nobody
 * will read them, so that the tables that no call fills get rows as well.
 */
export async function makeObjects(api: ApiFixture, name: string, foreign = false): Promise<Objects> {
  firstNumber += 410_000;
  const counted = await raiseSequences(api);
  const ids = await fillWorkspace(api, name);
  if (foreign) await addRows(api, ids);
  else await addRows(api, ids, READABLE);
  await createMore(api, ids);
  for (const table of counted)
    await api.database.sql`
      update ${api.database.sql(table)} set number = number + ${firstNumber} where workspace_id = ${api.workspaceId}`;
  const found: Record<string, Names> = {};
  for (const { name: table } of TABLES.filter((one) => has(one.name, "workspace_id", "id"))) {
    const kind = kindOfTable(table);
    const id = ids[kind] ?? null;
    const [row] = await api.database.sql<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${api.database.sql(table)} t where workspace_id = ${api.workspaceId}
      order by id::text is distinct from ${id}, id limit 1`;
    if (row) found[kind] = namesOf(row.row);
  }
  for (const [kind, table] of Object.entries(FURTHER)) {
    const [row] = await api.database.sql<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${api.database.sql(table)} t where id = ${ids[kind] ?? null}`;
    if (row) found[kind] = namesOf(row.row);
  }
  const [member] = await api.database.sql<{ id: string }[]>`
    select user_id as id from members where workspace_id = ${api.workspaceId} order by created_at limit 1`;
  const [place] = await api.database.sql<{ number: number }[]>`
    select number from workspaces where id = ${api.workspaceId}`;
  const [drawn] = await api.database.sql<{ revision: number }[]>`
    select revision from journeys where id = ${ids.parted ?? null}`;
  const plain = Object.entries(ids).flatMap(([kind, id]) => (found[kind] ? [] : [[kind, { id }] as const]));
  return {
    ...found,
    ...Object.fromEntries(plain),
    ...(member ? { member: { id: member.id } } : {}),
    workspace: { id: api.workspaceId, ...place },
    // A journey that nothing changes, with the revision of its draft.
    ...(drawn ? { parted: { id: ids.parted ?? "", number: drawn.revision } } : {}),
  };
}

/** Lets the database go on counting from `firstNumber`; returns the tables whose numbers the product counts itself. */
async function raiseSequences({ database }: ApiFixture): Promise<string[]> {
  const counted: string[] = [];
  for (const { name } of TABLES.filter((one) => has(one.name, "workspace_id", "number"))) {
    const [row] = await database.sql<{ sequence: string | null }[]>`
      select pg_get_serial_sequence(${name}, 'number') as sequence`;
    if (row?.sequence) await database.sql`select setval(${row.sequence}, ${firstNumber})`;
    else counted.push(name);
  }
  return counted;
}

const kindOfTable = (table: string): string =>
  singular(table).replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function namesOf(row: Record<string, unknown>): Names {
  const key = row.key ?? row.external_id ?? row.slug;
  return {
    id: String(row.id),
    ...(typeof key === "string" ? { key } : {}),
    ...(typeof row.number === "number" ? { number: row.number } : {}),
  };
}
