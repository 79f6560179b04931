import { type AnyPgColumn, type AnyPgTable, getTableConfig } from "drizzle-orm/pg-core";
import { newId } from "#db";
import { schema } from "#store";
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

/** Gives each table that has rows of workspaces, but none of this one, a row with the least that it takes. */
export async function addRows(api: ApiFixture, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const table of Object.values<AnyPgTable>(schema)) {
    const { name, columns } = getTableConfig(table);
    const names = new Set(columns.map((column) => column.name));
    if (LEFT_OUT.has(name) || !names.has("workspace_id") || !names.has("id")) continue;
    const rows = await api.database.sql`
      select 1 from ${api.database.sql(name)} where workspace_id = ${api.workspaceId} limit 1`;
    if (rows.length > 0) continue;
    const values = columns.flatMap((column) => {
      const value = leastValue(column, api.workspaceId, ids);
      return value === undefined ? [] : [[keyOf(table, column), value] as const];
    });
    await api.database.orm.insert(table).values(Object.fromEntries(values));
  }
}

const keyOf = (table: AnyPgTable, column: AnyPgColumn): string =>
  Object.entries(table).find(([, one]) => one === column)?.[0] ?? column.name;

function leastValue(column: AnyPgColumn, workspaceId: string, ids: Readonly<Record<string, string>>): unknown {
  if (column.name === "workspace_id") return workspaceId;
  if (column.name === "id") return newId();
  if (!column.notNull || column.hasDefault) return undefined;
  const kind = kindOf(column.name);
  switch (column.dataType) {
    case "string":
      if (column.columnType === "PgUUID") return ids[kind] ?? ids[singular(kind)] ?? newId();
      return column.enumValues?.[0] ?? `row-${newId()}`;
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
