import { wakeEngine } from "#db";
import { referencesOf } from "#engine";
import { audit, type Context, conflict, requireRole } from "#services";
import { sayDocuments } from "#services/configuration";
import { deleteFlowRow, type FlowRow } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { type DocumentInUse, documentsInUse } from "#store/versions";
import { lockFlow } from "./find-flow.ts";

/** Deletes a decision flow; refused while a draft or a version in use decides with it (R46). */
export async function deleteFlow(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockFlow(ctx, tx, reference);
    const uses = (await documentsInUse(tx, ctx.workspaceId)).filter((one) => isUsing(one, row));
    if (uses.length > 0) {
      const journeys = new Map(uses.map(({ journey }) => [journey.id, journey]));
      const versions = uses.map(({ journey, version }) => ({ journeyId: journey.id, version }));
      throw conflict(`This decision flow is used by ${sayDocuments(uses).join(", ")}.`, {
        journeys: [...journeys.values()],
        versions,
      });
    }
    await deleteFlowRow(tx, row.id);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "decision_flow.delete", row.id, { key: row.key });
  });
  wakeEngine();
}

function isUsing({ document, pins }: DocumentInUse, { id, key, number }: FlowRow): boolean {
  if (pins !== null) return Object.values(pins.decisionFlows ?? {}).includes(id);
  return referencesOf(document).decisionFlows.some((name) => [id, key, String(number)].includes(name));
}
