import * as z from "zod";

/** A whole number from 1 in a query. */
export const wholeNumber = (name: string, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,7}$/, `${name} must be a whole number`)
    .transform(Number)
    .pipe(z.number().min(1, `${name} must be at least 1`).max(max, `${name} must be at most ${max}`));

/** `page` and `limit` as every list takes them: strings, from 1, at most 100 a page. */
export const pageFields = {
  page: wholeNumber("page", 1_000_000).default(1).meta({ description: "Page number, from 1" }),
  limit: wholeNumber("limit", 100).default(20).meta({ description: "Items per page, 1 to 100" }),
};

export type Page = { readonly page: number; readonly limit: number };

export const PageMeta = z
  .object({
    total: z.int(),
    page: z.int(),
    limit: z.int(),
    totalPages: z.int(),
    isAbout: z
      .boolean()
      .optional()
      .meta({ description: "`total` is an estimate, as there are more than ten thousand" }),
    nextCursor: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "For `cursor`: the page after this one; null on the last one. Only long lists have it" }),
  })
  .meta({ id: "PageMeta" });
export type PageMeta = z.infer<typeof PageMeta>;

/** The page data of every list. */
export type Listing<Item> = { readonly data: Item[]; readonly meta: PageMeta };

export function listing<Item>(data: Item[], total: number, page: Page): Listing<Item> {
  return { data, meta: { total, page: page.page, limit: page.limit, totalPages: Math.ceil(total / page.limit) } };
}

/** The same where the total may be an estimate. */
export function countedListing<Item>(
  data: Item[],
  { total, isAbout }: { readonly total: number; readonly isAbout: boolean },
  page: Page,
): Listing<Item> {
  const { meta } = listing(data, total, page);
  return { data, meta: isAbout ? { ...meta, isAbout } : meta };
}

export const offsetOf = (page: Page): number => (page.page - 1) * page.limit;
