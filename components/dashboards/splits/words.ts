import type { Split, SplitBranch } from "#data";

/** `checklist_email` as people read it; other labels stay unchanged. */
export function pathName(label: string): string {
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(label)) return label;
  const words = label.replaceAll(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `0.3712` as 37.1%; small and large values do not round to 0 or 100 %. */
export function percentOf(share: number): string {
  if (share > 0 && share < 0.0005) return "<0.1%";
  if (share < 1 && share > 0.9995) return ">99.9%";
  return `${Number((share * 100).toFixed(1))}%`;
}

/** `45` or `33.3%`: a share as given on the canvas, in percent. */
export const sharePercent = (percent: number): string => `${Number(percent.toFixed(1))}%`;

export function liftText(lift: NonNullable<SplitBranch["lift"]>): string {
  const signed = (share: number) => `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.round(Math.abs(share) * 100)}%`;
  return `${signed(lift.value)} (${signed(lift.interval[0])} to ${signed(lift.interval[1])})`;
}

const SURE = 0.95;

const isSure = (branch: SplitBranch): boolean => (branch.probabilityBest ?? 0) >= SURE;

/** The path most probably the best, if anyone took any. */
export function leaderOf({ branches }: Split): SplitBranch | null {
  const open = branches.filter((branch) => branch.probabilityBest !== null);
  if (open.length < 2 || open.every(({ entered }) => entered === 0)) return null;
  return open.reduce((best, branch) => ((branch.probabilityBest ?? 0) > (best.probabilityBest ?? 0) ? branch : best));
}

/** What the numbers say, in a sentence. */
export function verdict(split: Split): string {
  const promoted = split.branches.find(({ edgeId }) => edgeId === split.promotedEdgeId);
  if (promoted) return `“${pathName(promoted.label)}” is promoted: all new people take it${heldOut(split)}.`;
  const leader = leaderOf(split);
  if (!leader) return "Nobody has reached this split yet.";
  if (split.branches.every(({ converted }) => converted === 0))
    return "Not decided yet: nobody on these paths reached the goal so far.";
  const probability = percentOf(leader.probabilityBest ?? 0);
  if (isSure(leader)) return `“${pathName(leader.label)}” is the best with a probability of ${probability}.`;
  return `Not decided yet: “${pathName(leader.label)}” leads with a probability of ${probability} to be the best.`;
}

function heldOut({ branches }: Split): string {
  const share = branches.find(({ holdout }) => holdout)?.currentWeight ?? 0;
  return share > 0 ? `, but for ${sharePercent(share)} held out` : "";
}

/** How the shares are set. */
export function allocationText({
  allocation,
  minSample,
  minShare,
  branches,
  reweightedAt,
  promotedEdgeId,
}: Split): string {
  if (promotedEdgeId) return "";
  if (allocation === "fixed") return "Shares are as on the canvas.";
  const rule = `Shares are adjusted to the results once an hour; each path keeps at least ${sharePercent(minShare)}.`;
  if (reweightedAt) return rule;
  const short = branches.filter(({ holdout, entered }) => !holdout && entered < minSample).length;
  return short > 0 ? `${rule} Adjustment starts when every path has had ${minSample} people.` : rule;
}

/** Why promoting this path may be a mistake; null if the path is the best with near certainty. */
export function doubtAbout(split: Split, winner: SplitBranch): string | null {
  if (isSure(winner)) return null;
  const probability = percentOf(winner.probabilityBest ?? 0);
  const leader = leaderOf(split);
  if (leader && leader !== winner && isSure(leader))
    return `The probability that this is the best path is only ${probability}; for “${pathName(leader.label)}” it is ${percentOf(leader.probabilityBest ?? 0)}.`;
  return `The probability that this is the best path is only ${probability}. More people would make the result more certain.`;
}

/** What a promotion does to people, line by line. */
export function promotionLines(split: Split, winner: SplitBranch, endHoldout: boolean): string[] {
  const holdout = split.branches.find((branch) => branch.holdout);
  const kept = holdout && !endHoldout ? holdout.weight : 0;
  const lines = [
    kept > 0
      ? `From now on ${sharePercent(100 - kept)} of new people take “${pathName(winner.label)}”; ${sharePercent(kept)} stay in the holdout.`
      : `From now on all new people take “${pathName(winner.label)}”.`,
    "People already on another path stay on it until their enrollment ends.",
  ];
  if (split.sticky) lines.push("People who took another path before take it again when they come back.");
  if (split.allocation === "thompson") lines.push("Shares are not adjusted until you discard the promotion.");
  lines.push("The promotion ends when you discard it, or publish this split with other paths or shares.");
  return lines;
}
