import type { Page } from "./answers.ts";
import { api } from "./client.ts";

const PAGE = 100;
const MOST = 1_000;

/**
 * All rows of a list, for choosing one of them: page by page, up to a thousand. `meta.total` shows whether that is all.
 */
export async function everyPage<Row>(path: string, signal: AbortSignal): Promise<Page<Row>> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const { data, meta } = await api.get<Page<Row>>(path, { query: { page, limit: PAGE }, signal });
    rows.push(...data);
    if (page >= meta.totalPages || rows.length >= MOST || data.length === 0) return { data: rows, meta };
  }
}
