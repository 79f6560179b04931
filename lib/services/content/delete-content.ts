import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { archiveItem } from "#store/content";
import { raiseEngineRevision } from "#store/engine-config";
import { usesOf } from "./content-uses.ts";
import { lockContent } from "./find-content.ts";

const NOUNS = { journey: "", offer: "the offer ", content: "the content " } as const;

/** Deletes an item; refused while people may still reach it, naming where (R43). Its slug becomes free. */
export async function deleteContent(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    const uses = await usesOf(ctx, tx, row);
    if (uses.length > 0) {
      const names = uses.map(({ kind, name }) => `${NOUNS[kind]}${name}`).join(", ");
      const of = (wanted: string) => uses.filter(({ kind }) => kind === wanted).map(({ id, name }) => ({ id, name }));
      throw conflict(`This content is used by ${names}.`, {
        journeys: of("journey"),
        offers: of("offer"),
        contents: of("content"),
      });
    }
    await archiveItem(tx, row);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "content.delete", row.id, { slug: row.slug });
  });
  wakeEngine();
}
