import type { Operation } from "#data";
import { formatNumber, peopleCount } from "#shell";

/** The kinds of operations (`lib/runtime/operations/kinds.ts`). */
const DOING: Record<string, string> = {
  enroll: "Enrolling",
  resume: "Resuming",
  archive: "Ending enrollments",
  delete_journey: "Deleting",
  build_segment: "Building a segment",
  migrate: "Moving people to the new version",
  retry: "Retrying failed enrollments",
  recount: "Recounting conversions",
  erase: "Erasing",
  start_campaign: "Starting a campaign",
  plan_dates: "Planning date triggers",
  import_people: "Importing people",
  release: "Ending waits",
  change_people: "Changing people",
};

/** The operation as a verb. */
const doing = (kind: string | undefined) =>
  DOING[kind ?? ""] ?? (kind ? `Working (${kind.replaceAll(/[._]/g, " ")})` : "Working");

/** "Enrolling: 12,400 of 90,000". */
export function operationWords({ kind, done, total, status }: Operation): string {
  const what = doing(kind);
  if (status === "waiting" && done === 0) return `${what}: queued`;
  if (total === null) return `${what}: ${peopleCount(done)} so far`;
  return `${what}: ${formatNumber(done)} of ${formatNumber(total)}`;
}

/** How far it is, in percent; `null` while the whole is unknown. */
export function operationShare({ done, total, status }: Operation): number | null {
  if (status === "done") return 100;
  return total === null || total === 0 ? null : Math.min(100, Math.round((100 * done) / total));
}
