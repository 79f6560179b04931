import { and, eq, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { documentsInUse } from "#store/versions";
import { type ContentRow, lockContent } from "./find-content.ts";

const { content } = schema;

/** Deletes an item; refused while people may still reach it, naming the journeys (R43). Its slug becomes free. */
export async function deleteContent(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    const [users, shown] = [await journeysUsing(ctx, tx, row), await offersUsing(ctx, tx, row)];
    if (users.length + shown.length > 0) {
      const names = [...users.map(({ name }) => name), ...shown.map(({ name }) => `the offer ${name}`)].join(", ");
      throw conflict(`This content is used by ${names}.`, { journeys: users, offers: shown });
    }
    await tx
      .update(content)
      .set({ archivedAt: sql`now()`, slug: `${row.slug}~${row.id}` })
      .where(eq(content.id, row.id));
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "content.delete", row.id, { slug: row.slug });
  });
  wakeEngine();
}

/** Offers of which it is the creative. */
function offersUsing(ctx: Context, tx: Transaction, row: ContentRow): Promise<{ id: string; name: string }[]> {
  const { offers } = schema;
  return tx
    .select({ id: offers.id, name: offers.name })
    .from(offers)
    .where(and(eq(offers.workspaceId, ctx.workspaceId), eq(offers.contentId, row.id)));
}

/** Journeys of which the draft, or a version in use, published or with people on it, shows this item. */
async function journeysUsing(ctx: Context, tx: Transaction, row: ContentRow): Promise<{ id: string; name: string }[]> {
  const names: ReadonlySet<string | null> = new Set([row.id, row.slug, String(row.number)]);
  const uses = (await documentsInUse(tx, ctx.workspaceId)).filter(({ document }) =>
    document.nodes.some(({ contentId }) => names.has(contentId)),
  );
  return [...new Map(uses.map(({ journey }) => [journey.id, journey])).values()];
}
