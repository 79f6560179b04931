import { and, arrayContains, eq, or } from "drizzle-orm";
import type { ImportedJourney as Read } from "#importers";
import type { Context, Transaction } from "#services";
import { addSegment } from "#services/segments";
import { schema } from "#store";

type Stored = { readonly key: string; readonly name: string; readonly isNew: boolean };

/** Creates the segments that a journey names, empty; one that the workspace has by that key is used. */
export async function storeSegments(ctx: Context, tx: Transaction, wanted: Read["segments"]): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const { key, name } of wanted) {
    const isNew = !(await hasKey(ctx, tx, key));
    if (isNew) await addSegment(ctx, tx, { key, name: name.slice(0, 255) });
    stored.push({ key, name, isNew });
  }
  return stored;
}

/** A former key leads to its segment too. */
async function hasKey(ctx: Context, tx: Transaction, key: string): Promise<boolean> {
  const { segments } = schema;
  const rows = await tx
    .select({ id: segments.id })
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, ctx.workspaceId),
        or(eq(segments.key, key), arrayContains(segments.formerKeys, [key])),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
