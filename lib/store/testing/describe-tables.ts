import { type AnyPgTable, getTableConfig } from "drizzle-orm/pg-core";
import * as schema from "../schema.ts";

export type DescribedColumn = {
  /** As statements name it. */
  readonly name: string;
  /** As rows name it. */
  readonly key: string;
  readonly isRequired: boolean;
  /** `uuid`, `string`, `number`, `bigint`, `boolean`, `date`, `array` or `json`. */
  readonly type: string;
  readonly values: readonly string[];
};
export type DescribedTable = {
  readonly name: string;
  readonly table: AnyPgTable;
  readonly columns: readonly DescribedColumn[];
};

/** Every table with its columns, for tests that go through all of them. */
export function describeTables(): DescribedTable[] {
  return Object.values<AnyPgTable>(schema).map((table) => {
    const { name, columns } = getTableConfig(table);
    const keys = new Map(Object.entries(table).map(([key, column]) => [column as unknown, key]));
    return {
      name,
      table,
      columns: columns.map((column) => ({
        name: column.name,
        key: keys.get(column) ?? column.name,
        isRequired: column.notNull && !column.hasDefault,
        type: column.columnType === "PgUUID" ? "uuid" : column.dataType,
        values: column.enumValues ?? [],
      })),
    };
  });
}
