import { toCsv } from "./write-csv.ts";

/** Hands rows to the browser as a CSV file. */
export function downloadCsv(name: string, rows: readonly Record<string, unknown>[]): void {
  const address = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
