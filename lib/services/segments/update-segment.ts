import { and, eq, ne, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, invalidField, lockNames, requireRole, type Transaction } from "#services";
import { schema } from "#store";
import { lockSegment, type SegmentRow } from "./find-segment.ts";
import type { Segment, SegmentPatch } from "./schema.ts";
import { takeFormerKey } from "./take-key.ts";
import { touchRules } from "./touch-rules.ts";
import { viewSegment } from "./view-segment.ts";

const { segments } = schema;

/** Changes a segment; changed rules are built again. */
export async function updateSegment(ctx: Context, reference: string, patch: SegmentPatch): Promise<Segment> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockSegment(ctx, tx, reference);
    requireSuitableRules(before, patch);
    await requireFreeKey(ctx, tx, before, patch.key);
    const rules = patch.rules ? { rules: patch.rules, revision: before.revision + 1 } : {};
    const [after] = await tx
      .update(segments)
      .set({
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(patch.key === undefined ? {} : { key: patch.key, formerKeys: formerKeysOf(before, patch.key) }),
        ...(patch.description === undefined ? {} : { description: patch.description }),
        ...rules,
        updatedAt: sql`now()`,
      })
      .where(eq(segments.id, before.id))
      .returning();
    if (!after) throw new Error("the locked segment is gone");
    if (patch.rules || patch.key) await touchRules(ctx, tx, after, before);
    await audit(tx, ctx, "segment.update", before.id, { fields: Object.keys(patch) });
    return after;
  });
  wakeEngine();
  return viewSegment(ctx, row);
}

function requireSuitableRules(row: SegmentRow, patch: SegmentPatch): void {
  if (patch.rules && row.kind === "static") throw invalidField(["rules"], "A static segment has no rules");
  if (patch.rules === null && row.kind === "rules") throw invalidField(["rules"], "A segment by rules needs rules");
}

async function requireFreeKey(ctx: Context, tx: Transaction, row: SegmentRow, key: string | undefined): Promise<void> {
  if (key === undefined) return;
  await lockNames(ctx, tx, "segment");
  const [other] = await tx
    .select({ id: segments.id })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.key, key), ne(segments.id, row.id)));
  if (other) throw invalidField(["key"], `The key ${key} is taken`);
  await takeFormerKey(ctx, tx, key, row.id);
}

/** References by its present key stay valid (R46). */
function formerKeysOf({ key: before, formerKeys }: SegmentRow, key: string): string[] {
  const former = formerKeys.filter((one) => one !== key);
  return before === key ? former : [...former, before];
}
