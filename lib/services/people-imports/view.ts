import { type Context, iso } from "#services";
import { viewOperations } from "#services/operations";
import { countParts } from "#store/people-import-parts";
import type { PeopleImportRow } from "#store/people-imports";
import { ImportColumn, type PeopleImport } from "./schema.ts";

/** Lists as the API shows them, with what was done so far. */
export async function viewPeopleImports(ctx: Context, rows: readonly PeopleImportRow[]): Promise<PeopleImport[]> {
  const [counts, operations] = await Promise.all([
    countParts(
      ctx.database.sql,
      rows.map(({ id }) => id),
    ),
    viewOperations(
      ctx,
      rows.map(({ operation }) => operation),
    ),
  ]);
  return rows.flatMap(({ createdAt, operation: _, workspaceId: __, columns, ...row }, index) => {
    const operation = operations[index];
    const { created = 0, updated = 0 } = counts.get(row.id) ?? {};
    return operation === undefined
      ? []
      : [
          {
            ...row,
            columns: ImportColumn.array().parse(columns),
            created,
            updated,
            createdAt: iso(createdAt),
            operation,
          },
        ];
  });
}
