import {
  allocationHolds,
  currentShares,
  holdoutOf,
  learningOf,
  liftOver,
  type ProgramState,
  pathsOf,
  probabilitiesToBeBest,
  rateInterval,
  rateOf,
  type SplitAllocation,
} from "#engine";
import type { JourneyDocument } from "#journey";
import { isoOrNull } from "#services";
import type { ArmCount } from "#store/exposure-counts";
import type { AllocationRow } from "./allocation-row.ts";
import type { Split } from "./schema.ts";

const NOBODY: ArmCount = { entered: 0, converted: 0, visits: 0 };

/** One split with the results of its paths. */
export function viewSplit(
  state: ProgramState<"SPLIT">,
  document: JourneyDocument,
  counts: ReadonlyMap<string, ArmCount>,
  stored: AllocationRow | undefined,
): Split {
  const allocation = allocationOf(stored);
  const holds = allocationHolds(state, allocation);
  return {
    nodeId: state.nodeId,
    name: state.name,
    allocation: state.config.allocation === "thompson" ? "thompson" : "fixed",
    ...learningOf(state),
    sticky: state.config.sticky === true || state.config.sticky === "person",
    branches: branchesOf(state, document, counts, allocation),
    promotedEdgeId: holds && stored?.source === "promoted" ? stored.edgeId : null,
    reweightedAt: holds ? isoOrNull(stored?.at ?? null) : null,
  };
}

/** Stored without weights = too few people so far. */
function allocationOf(row: AllocationRow | undefined): SplitAllocation | undefined {
  return row?.weights ? { source: row.source, basis: row.basis, weights: row.weights } : undefined;
}

function branchesOf(
  state: ProgramState<"SPLIT">,
  document: JourneyDocument,
  counts: ReadonlyMap<string, ArmCount>,
  allocation: SplitAllocation | undefined,
): Split["branches"] {
  const paths = pathsOf(state);
  const holdout = holdoutOf(state);
  const shares = currentShares(state, allocation);
  const countOf = (edgeId: string) => counts.get(edgeId) ?? NOBODY;
  const candidates = paths.filter(({ edgeId }) => edgeId !== holdout);
  const best = probabilitiesToBeBest(candidates.map(({ edgeId }) => countOf(edgeId)));
  return paths.map((path) => {
    const { edgeId } = path;
    const count = countOf(edgeId);
    const isHoldout = edgeId === holdout;
    return {
      edgeId,
      key: path.edgeName,
      label: labelOf(document, edgeId) ?? path.edgeName,
      weight: path.weight,
      currentWeight: shares[edgeId] ?? 0,
      holdout: isHoldout,
      ...count,
      people: count.entered,
      rate: rateOf(count),
      interval: rateInterval(count),
      probabilityBest: isHoldout ? null : (best[candidates.indexOf(path)] ?? null),
      lift: isHoldout || holdout === null ? null : liftOver(countOf(holdout), count),
    };
  });
}

/** The edge's label, else the step it leads to. */
function labelOf({ nodes, edges }: JourneyDocument, edgeId: string): string | null {
  const edge = edges.find(({ id }) => id === edgeId);
  if (!edge) return null;
  return edge.label ?? edge.branch ?? nodes.find(({ id }) => id === edge.targetNodeId)?.name ?? null;
}
