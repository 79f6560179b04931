import { SPLIT_MIN_SAMPLE, SPLIT_MIN_SHARE } from "#journey";
import type { ProgramState } from "../program.ts";
import { type PathCount, probabilitiesToBeBest } from "./best.ts";
import { holdoutOf, pathsOf } from "./shares.ts";

/** How many people every path must have had before learning begins, and the percent that each path keeps. */
export function learningOf(state: ProgramState<"SPLIT">): { readonly minSample: number; readonly minShare: number } {
  const { minSample = SPLIT_MIN_SAMPLE, minShare = SPLIT_MIN_SHARE } = state.config;
  return { minSample, minShare };
}

/**
 * Computes learned shares (Thompson sampling in closed form): each path gets its probability to be the best as its
 * share, but at least the minimum share, in tenths of a percent. The holdout keeps its share. Null = a path has had too
 * few people.
 */
export function reweigh(
  state: ProgramState<"SPLIT">,
  counts: ReadonlyMap<string, PathCount>,
): Record<string, number> | null {
  const holdout = holdoutOf(state);
  const paths = pathsOf(state);
  const open = paths.filter(({ edgeId, weight }) => edgeId !== holdout && weight > 0);
  const { minSample, minShare } = learningOf(state);
  const seen = open.map(({ edgeId }) => counts.get(edgeId) ?? { entered: 0, converted: 0 });
  if (open.length < 2 || seen.some(({ entered }) => entered < minSample)) return null;
  const weights = Object.fromEntries(paths.map(({ edgeId, weight }) => [edgeId, edgeId === holdout ? weight : 0]));
  const total = open.reduce((sum, { weight }) => sum + weight, 0);
  const shares = inTenths(atLeast(probabilitiesToBeBest(seen), minShare / total), total);
  for (const [index, { edgeId }] of open.entries()) weights[edgeId] = shares[index] ?? 0;
  return weights;
}

/** Raises shares below the minimum to it, and reduces the others in proportion to their excess over the minimum. */
function atLeast(shares: readonly number[], least: number): number[] {
  const floor = Math.min(least, 1 / shares.length);
  const above = shares.map((share) => Math.max(0, share - floor));
  const spare = 1 - floor * shares.length;
  const sum = above.reduce((total, share) => total + share, 0);
  return shares.map((_, index) => floor + (sum === 0 ? spare / shares.length : (spare * (above[index] ?? 0)) / sum));
}

/** Rounds to tenths; the largest share takes the rounding difference. */
function inTenths(shares: readonly number[], total: number): number[] {
  const rounded = shares.map((share) => Math.round(share * total * 10) / 10);
  const largest = rounded.indexOf(Math.max(...rounded));
  const rest = total - rounded.reduce((sum, share) => sum + share, 0);
  return rounded.map((share, index) => (index === largest ? Math.round((share + rest) * 1e6) / 1e6 : share));
}

/** Gives the shares of all paths to one path; the holdout keeps its share unless `endHoldout` is set. */
export function promoted(state: ProgramState<"SPLIT">, edgeId: string, endHoldout: boolean): Record<string, number> {
  const holdout = endHoldout ? null : holdoutOf(state);
  const paths = pathsOf(state);
  const kept = paths.find((path) => path.edgeId === holdout)?.weight ?? 0;
  return Object.fromEntries(
    paths.map((path) => [path.edgeId, path.edgeId === edgeId ? 100 - kept : path.edgeId === holdout ? kept : 0]),
  );
}
