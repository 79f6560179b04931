/** A part of a list. */
export type Page = { readonly limit: number; readonly offset: number };

/** A page of rows, and how many there are in all. */
export type Paged<Row> = { readonly rows: Row[]; readonly total: number };

/** The row of a list by its time, a text of microseconds, and its id, after which a page begins. */
export type Place = { readonly at: string; readonly id: string };

/** A page from the first row on, or after a row; `total` is how many rows the list has, as far as it is known. */
export type PageAt = Page & { readonly after: Place | null; readonly total: number };

/** The way to a page: `isBackward` from the last row on, with the rows in the opposite order. */
export type WayToPage = Page & { readonly isBackward: boolean };

/** Nearer pages are read from the first row on: their rows are exact also where the total is not. */
const FAR = 1_000;

/**
 * The way to a page from the nearer end of the list, so that the last page costs what the first does (R51). With an
 * estimated total the ends are exact, and rows in the middle may be shown on two pages or on none.
 */
export function wayToPage({ limit, offset, after, total }: PageAt): WayToPage {
  const behind = total - offset - limit;
  if (after !== null) return { limit, offset: 0, isBackward: false };
  if (offset < FAR || behind >= offset) return { limit, offset, isBackward: false };
  return { limit: Math.max(0, Math.min(limit, total - offset)), offset: Math.max(0, behind), isBackward: true };
}

/** Both statements at once. */
export async function withTotal<Row>(
  rows: PromiseLike<Row[]>,
  counted: PromiseLike<{ readonly total: number }[]>,
): Promise<Paged<Row>> {
  const [page, [first]] = await Promise.all([rows, counted]);
  return { rows: page, total: first?.total ?? 0 };
}
