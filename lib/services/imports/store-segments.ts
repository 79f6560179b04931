import type { ImportedJourney as Read } from "#importers";
import type { Context, Transaction } from "#services";
import { addSegment } from "#services/segments";
import { readNamedSegment } from "#store/segments";

type Stored = { readonly key: string; readonly name: string; readonly isNew: boolean };

/** Creates the segments that a journey names, empty; one that the workspace has by that key is used. */
export async function storeSegments(ctx: Context, tx: Transaction, wanted: Read["segments"]): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const { key, name } of wanted) {
    // A former key leads to its segment too.
    const isNew = !(await readNamedSegment(tx, ctx.workspaceId, { id: null, number: null, key }));
    if (isNew) await addSegment(ctx, tx, { key, name: name.slice(0, 255) });
    stored.push({ key, name, isNew });
  }
  return stored;
}
