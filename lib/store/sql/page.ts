/** A part of a list. */
export type Page = { readonly limit: number; readonly offset: number };

/** A page of rows, and how many there are in all. */
export type Paged<Row> = { readonly rows: Row[]; readonly total: number };

/** Both statements at once. */
export async function withTotal<Row>(
  rows: PromiseLike<Row[]>,
  counted: PromiseLike<{ readonly total: number }[]>,
): Promise<Paged<Row>> {
  const [page, [first]] = await Promise.all([rows, counted]);
  return { rows: page, total: first?.total ?? 0 };
}
