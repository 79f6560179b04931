import { newId } from "#db";
import { type DescribedColumn, describeTables } from "#store/testing";
import type { ApiFixture } from "../api-fixture.ts";
import { kindOf, singular } from "./id-places.ts";

/** Tables whose rows decide how the process works, or of which the workspace has one by another way. */
const LEFT_OUT = new Set([
  "workspaces",
  "members",
  "inbox",
  "positions",
  "schedules",
  "date_plans",
  "idempotency_keys",
]);

type Ids = Readonly<Record<string, string>>;

/** Tables of which a row with the least that it takes can be read, and that no call of the API fills. */
export const READABLE: ReadonlySet<string> = new Set(["alerts", "rejected_signals"]);

/**
 * Gives each table that has rows of workspaces, but none of this one, a row with the least that it takes; with `only`, no
 * other tables. Nobody reads such a row: it has an id that must not be found.
 */
export async function addRows(api: ApiFixture, ids: Ids, only?: ReadonlySet<string>): Promise<void> {
  for (const { name, table, columns } of describeTables()) {
    if (only && !only.has(name)) continue;
    const has = (wanted: string) => columns.some((column) => column.name === wanted);
    if (LEFT_OUT.has(name) || !has("workspace_id") || !has("id")) continue;
    const rows = await api.database.sql`
      select 1 from ${api.database.sql(name)} where workspace_id = ${api.workspaceId} limit 1`;
    if (rows.length > 0) continue;
    const values = columns.flatMap((column) => {
      const value = leastValue(column, api.workspaceId, ids);
      return value === undefined ? [] : [[column.key, value] as const];
    });
    await api.database.orm.insert(table).values(Object.fromEntries(values));
  }
}

function leastValue(column: DescribedColumn, workspaceId: string, ids: Ids): unknown {
  if (column.name === "workspace_id") return workspaceId;
  if (column.name === "id") return newId();
  if (!column.isRequired) return undefined;
  const kind = kindOf(column.name);
  switch (column.type) {
    case "uuid":
      return ids[kind] ?? ids[singular(kind)] ?? newId();
    case "string":
      return column.values[0] ?? `row-${newId()}`;
    case "number":
      return 1;
    case "bigint":
      return 1n;
    case "boolean":
      return false;
    case "date":
      return new Date();
    case "array":
      return [];
    default:
      return {};
  }
}
