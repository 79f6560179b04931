import { type Context, type FieldError, fieldError, ServiceError, type Transaction } from "#services";
import { findContent } from "#services/content";
import type { OfferRow } from "#store/offers";
import type { OfferPatch } from "./schema.ts";

type Columns = Partial<Omit<OfferRow, "id" | "workspaceId" | "number" | "key">>;

/** The columns of the given fields; a creative that does not exist is returned as an error. */
export async function columnsOf(
  ctx: Context,
  tx: Transaction,
  { contentId, startsAt, endsAt, ...rest }: OfferPatch,
): Promise<{ columns: Columns; errors: FieldError[] }> {
  const columns: Columns = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (startsAt !== undefined) columns.startsAt = startsAt === null ? null : new Date(startsAt);
  if (endsAt !== undefined) columns.endsAt = endsAt === null ? null : new Date(endsAt);
  if (contentId === null) columns.contentId = null;
  if (contentId === undefined || contentId === null) return { columns, errors: [] };
  try {
    return { columns: { ...columns, contentId: (await findContent(ctx, contentId, tx)).id }, errors: [] };
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "not_found") throw error;
    return { columns, errors: [fieldError(["contentId"], `There is no content ${JSON.stringify(contentId)}`)] };
  }
}
