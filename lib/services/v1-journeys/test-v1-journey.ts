import * as z from "zod";
import type { Context } from "#services";
import { findJourney, writtenDraft } from "#services/journeys";
import { type SavedTestInput, TestRun, testJourney } from "#services/trials";
import { requireActivatable } from "./step-problems.ts";

const { steps, deliveries, outcome } = TestRun.shape;
const [hop, delivery] = [steps.element, deliveries.element];

export const V1TestRun = z
  .object({
    steps: z.array(
      hop
        .omit({ fromNodeId: true, toNodeId: true, edgeId: true })
        .extend({ fromStepId: z.string().nullable(), toStepId: z.string().nullable() }),
    ),
    deliveries: z.array(delivery.omit({ nodeId: true, name: true }).extend({ stepId: z.string() })),
    outcome,
  })
  .meta({ id: "V1TestRun" });
export type V1TestRun = z.infer<typeof V1TestRun>;

/** Sends a sample customer, or a real one, through the draft on a virtual clock; nothing is stored or sent. */
export async function testV1Journey(
  ctx: Context,
  reference: string,
  input: z.infer<typeof SavedTestInput>,
): Promise<V1TestRun> {
  const row = await findJourney(ctx, reference);
  const draft = writtenDraft(row);
  await requireActivatable(ctx, row, draft);
  const run = await testJourney(ctx, row.id, input);
  const names = new Map(draft.document.nodes.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => names.get(id ?? "") ?? null;
  return {
    steps: run.steps.map(({ fromNodeId, toNodeId, edgeId: _edge, ...step }) => {
      return { ...step, fromStepId: nameOf(fromNodeId), toStepId: nameOf(toNodeId) };
    }),
    deliveries: run.deliveries.map(({ nodeId: _node, name, ...sent }) => ({ ...sent, stepId: name })),
    outcome: run.outcome,
  };
}
