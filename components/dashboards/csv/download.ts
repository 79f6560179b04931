import { toCsv } from "./write-csv.ts";

/** Hands rows to the browser as a CSV file. */
export function downloadCsv(name: string, rows: readonly Record<string, unknown>[]): void {
  downloadFile(`${name}.csv`, new Blob([toCsv(rows)], { type: "text/csv;charset=utf-8" }));
}

/** Hands a file to the browser; `name` with its ending. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
