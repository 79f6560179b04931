import { CASE_START, caseOffset } from "./document.ts";
import type { Expectation, ExpectedEnrollment } from "./types.ts";

/** One enrollment as observed in a run of a case; times are epoch ms. */
export type ObservedEnrollment = {
  readonly person: string;
  readonly path: readonly (readonly [node: string, at: number])[];
  readonly status: string;
  readonly exitReason: string | null;
  readonly endedAt: number | null;
};

/** What was observed in a run of a case, whichever driver ran it. */
export type Observed = {
  /** In order of entry. */
  readonly enrollments: readonly ObservedEnrollment[];
  /** In the order of release to the sender. */
  readonly deliveries: readonly (readonly [node: string, releasedAt: number])[];
  readonly nearMisses: Readonly<Record<string, number>>;
  readonly conversions: number;
  /** The tags of person `p` at a time (epoch ms). */
  readonly tagsAt: (at: number) => readonly string[];
};

/**
 * Every difference between expectation and observation, as sentences; empty = the case passes. Times are compared to
 * the second.
 */
export function compareCase(expected: Expectation, observed: Observed): string[] {
  const problems: string[] = [];
  const check = (what: string, want: unknown, got: unknown) => {
    if (JSON.stringify(want) !== JSON.stringify(got))
      problems.push(`${what}: expected ${JSON.stringify(want)}, saw ${JSON.stringify(got)}`);
  };
  if (expected.trips !== undefined) {
    check("number of enrollments", expected.trips.length, observed.enrollments.length);
    for (const [index, enrollment] of expected.trips.entries())
      compareEnrollment(enrollment, observed.enrollments[index], index, check);
  }
  if (expected.deliveries !== undefined) check("deliveries", times(expected.deliveries), seconds(observed.deliveries));
  if (expected.nearMisses !== undefined) check("near-misses", sorted(expected.nearMisses), sorted(observed.nearMisses));
  if (expected.conversions !== undefined) check("conversions", expected.conversions, observed.conversions);
  for (const [at, tags] of Object.entries(expected.tags ?? {}))
    check(`tags at ${at}`, tags, observed.tagsAt(CASE_START + caseOffset(at)));
  return problems;
}

function compareEnrollment(
  expected: ExpectedEnrollment,
  enrollment: ObservedEnrollment | undefined,
  index: number,
  check: (what: string, want: unknown, got: unknown) => void,
): void {
  const label = `enrollment ${index + 1}`;
  if (enrollment === undefined) return;
  if (expected.person !== undefined) check(`person of ${label}`, expected.person, enrollment.person);
  check(`path of ${label}`, times(expected.path), seconds(enrollment.path));
  check(`status of ${label}`, expected.status, enrollment.status.toUpperCase());
  if (expected.exitReason !== undefined) check(`reason of ${label}`, expected.exitReason, enrollment.exitReason);
  if (expected.endedAt !== undefined)
    check(
      `end of ${label}`,
      caseOffset(expected.endedAt) / 1_000,
      enrollment.endedAt === null ? null : wholeSeconds(enrollment.endedAt),
    );
}

function times(list: readonly (readonly [string, string])[]): (readonly [string, number])[] {
  return list.map(([node, at]) => [node, caseOffset(at) / 1_000]);
}

function seconds(list: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return list.map(([node, at]) => [node, wholeSeconds(at)]);
}

function wholeSeconds(at: number): number {
  return Math.floor((at - CASE_START) / 1_000);
}

function sorted(record: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1));
}
