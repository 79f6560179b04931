import type { Audit } from "#services/audit";

const WORDS: readonly (readonly [keyof Audit["accounted"], string])[] = [
  ["completed", "completed"],
  ["stopped", "stopped"],
  ["failed", "failed"],
  ["archived", "hidden by an operator"],
  ["waitingForTime", "waiting for a time"],
  ["waitingForEvent", "waiting for an event or a condition"],
  ["held", "held by a pause"],
  ["due", "about to advance"],
];

const count = (number: number) => number.toLocaleString("en-US").padStart(12);

/** The audit as text. */
export function auditTable({ checkedAt, enrollments, accounted, signals, findings }: Audit): string {
  const known = WORDS.map(([state, words]) => `  ${count(accounted[state])}  ${words}`);
  const unaccounted = enrollments - Object.values(accounted).reduce((sum, enrollments) => sum + enrollments, 0);
  const lines = [
    `Audit of ${checkedAt}`,
    "",
    ...known,
    ...(unaccounted > 0 ? [`  ${count(unaccounted)}  not accounted for`] : []),
    `  ${count(enrollments)}  enrollments`,
    "",
    `  ${count(signals.waiting)}  signals waiting to be processed`,
    `  ${count(signals.kept)}  signals kept that could not be processed`,
    "",
    ...(findings.length > 0 ? findingLines(findings) : ["Every enrollment and every signal is accounted for."]),
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(findings: Audit["findings"]): string[] {
  const width = Math.max(...findings.map(({ code }) => code.length));
  return findings.flatMap(({ code, journeyId, enrollmentId, text }) => {
    const where = [journeyId && `journey ${journeyId}`, enrollmentId && `enrollment ${enrollmentId}`].filter(Boolean);
    const place = where.length > 0 ? [`  ${" ".repeat(width)}  ${where.join(", ")}`] : [];
    return [`  ${code.padEnd(width)}  ${text}`, ...place];
  });
}
