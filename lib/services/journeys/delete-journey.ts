import { wakeEngine } from "#db";
import { referencesOf } from "#engine";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { sayDocuments } from "#services/configuration";
import { queueOperation } from "#services/operations";
import { raiseEngineRevision } from "#store/engine-config";
import { cancelOpen } from "#store/operations";
import { documentsInUse } from "#store/versions";
import { type JourneyRow, lockJourney } from "./find-journey.ts";
import { databaseNow, updateRow } from "./move-journey.ts";

/**
 * Deletes a journey with all its data. It is archived and invisible immediately; an operation removes its rows shard by
 * shard and the journey last. Its key is free immediately. Refused while another journey enrolls into it (R46), or if
 * `allow` throws.
 */
export async function deleteJourney(
  ctx: Context,
  reference: string,
  allow: (row: JourneyRow) => void = () => {},
): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockJourney(ctx, tx, reference);
    allow(row);
    await refuseWhileUsed(ctx, tx, row);
    await updateRow(tx, row.id, {
      status: "archived",
      epoch: row.epoch + 1,
      archivedAt: await databaseNow(tx),
      pauseMode: null,
      key: `~${row.id}`,
    });
    await cancelOpen(tx, row.id, [
      "enroll",
      "resume",
      "migrate",
      "release",
      "change_people",
      "retry",
      "recount",
      "archive",
    ]);
    await queueOperation(ctx, tx, "delete_journey", {}, { journeyId: row.id });
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "journey.delete", row.id, { name: row.name });
  });
  wakeEngine();
}

async function refuseWhileUsed(ctx: Context, tx: Transaction, row: JourneyRow): Promise<void> {
  const names: ReadonlySet<string> = new Set([row.id, row.key, row.shortId, String(row.number)]);
  const uses = (await documentsInUse(tx, ctx.workspaceId)).filter(({ journey, document, pins }) => {
    if (journey.id === row.id) return false;
    if (pins !== null) return Object.values(pins.journeys).includes(row.id);
    return referencesOf(document).journeys.some((name) => names.has(name));
  });
  if (uses.length === 0) return;
  const journeys = [...new Map(uses.map(({ journey }) => [journey.id, journey])).values()];
  throw conflict(`People are enrolled into this journey by ${sayDocuments(uses).join(", ")}.`, { journeys });
}
