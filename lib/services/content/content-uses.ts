import type { Context, Transaction } from "#services";
import type { ContentItem } from "#store/content";
import { readOffersOf } from "#store/offers";
import { documentsInUse } from "#store/versions";
import { findContent } from "./find-content.ts";
import { isShared } from "./item-types.ts";
import type { ContentUse } from "./schema.ts";
import { usersOfShared } from "./users-of-shared.ts";

/** Where an item is used: journeys that people may reach it in, offers that show it, mails it is a part of. */
export async function contentUses(ctx: Context, reference: string): Promise<ContentUse[]> {
  const row = await findContent(ctx, reference);
  return await ctx.database.orm.transaction((tx) => usesOf(ctx, tx, row));
}

/** The same in the caller's transaction. */
export async function usesOf(ctx: Context, tx: Transaction, row: ContentItem): Promise<ContentUse[]> {
  const mails = isShared(row.type) ? await usersOfShared(ctx, tx, row) : [];
  return [
    ...(await journeysUsing(ctx, tx, row)),
    ...(await offersUsing(ctx, tx, row)),
    ...mails.map(({ id, name, type }) => ({ kind: "content" as const, id, name, detail: type })),
  ];
}

/** Offers of which it is the creative. */
async function offersUsing(ctx: Context, tx: Transaction, row: ContentItem): Promise<ContentUse[]> {
  const offers = await readOffersOf(tx, ctx.workspaceId, row.id);
  return offers.map((offer) => ({ kind: "offer", ...offer, detail: null }));
}

/** Journeys of which the draft, or a version in use, published or with people on it, shows this item. */
async function journeysUsing(ctx: Context, tx: Transaction, row: ContentItem): Promise<ContentUse[]> {
  const names: ReadonlySet<string | null> = new Set([row.id, row.slug, String(row.number)]);
  const uses = (await documentsInUse(tx, ctx.workspaceId)).filter(({ document }) =>
    document.nodes.some(({ contentId, config: { surveySlug } }) => {
      return names.has(contentId) || (typeof surveySlug === "string" && names.has(surveySlug));
    }),
  );
  const byJourney = Map.groupBy(uses, ({ journey }) => journey.id);
  return [...byJourney].flatMap(([id, found]) => {
    const first = found[0];
    if (!first) return [];
    const places = found.map(({ version }) => (version === null ? "draft" : `version ${version}`));
    return [{ kind: "journey" as const, id, name: first.journey.name, detail: places.join(", ") }];
  });
}
