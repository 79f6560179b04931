import { type JourneyDocument, JourneyHoldout, type JourneyNode, type Problem } from "#journey";

type Used = { readonly node: JourneyNode; readonly row: { readonly name: string; readonly transactional: boolean } };

/** People who are held out of a journey miss its transactional messages too, which nobody should. */
export function holdoutProblems({ settings }: JourneyDocument, used: readonly Used[]): Problem[] {
  const holdout = JourneyHoldout.safeParse(settings.holdout);
  if (!holdout.success || (holdout.data.percent ?? 0) === 0) return [];
  return used
    .filter(({ row }) => row.transactional)
    .map(({ node, row }) => ({
      code: "holds_out_of_transactional",
      severity: "warning",
      nodeId: node.id,
      edgeId: null,
      field: "contentId",
      message: `“${row.name}” is transactional, and ${holdout.data.percent} % of people are held out of the journey, so they do not get it.`,
    }));
}
