import type { FinishedEnrollment, Position } from "#engine";

/** The journey's re-entry rule: under `once` a finished enrollment takes precedence over a running one (R39). */
export type Rule = (journeyId: string) => "once" | "other";

type Side = { readonly enrollments: readonly Position[]; readonly past: readonly FinishedEnrollment[] };

const slot = (enrollment: { journeyId: string; instanceKey: string }): string =>
  `${enrollment.journeyId} ${enrollment.instanceKey}`;

/** Running enrollments that end because the other person of the merge runs, or ran, the same journey. */
export function chooseLosers(left: Side, right: Side, rule: Rule): Position[] {
  const losers = new Set<Position>();
  const running = new Map(right.enrollments.map((enrollment) => [slot(enrollment), enrollment]));
  for (const enrollment of left.enrollments) {
    const other = running.get(slot(enrollment));
    if (other) losers.add(enrollment.enrolledAt <= other.enrolledAt ? other : enrollment);
  }
  for (const [mine, theirs] of [
    [left, right],
    [right, left],
  ] as const) {
    const finished = new Set(theirs.past.map(slot));
    for (const enrollment of mine.enrollments)
      if (rule(enrollment.journeyId) === "once" && finished.has(slot(enrollment))) losers.add(enrollment);
  }
  return [...losers];
}
