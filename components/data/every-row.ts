import type { Page } from "./answers.ts";
import { api, type Query } from "./client.ts";

const PAGE = 100;
/** A file of more rows is asked from the API. */
export const MOST_ROWS = 5_000;

/** The rows of a list with its filters, for a file: page by page, up to 5,000. */
export async function everyRow<Row>(path: string, query: Query = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const { data, meta } = await api.get<Page<Row>>(path, { query: { ...query, page, limit: PAGE } });
    rows.push(...data);
    if (page >= meta.totalPages || rows.length >= MOST_ROWS || data.length === 0) return rows;
  }
}
