import type { Caller } from "#http";
import type { IngestResult } from "#runtime";
import type { DoorRoute } from "./routes.ts";

/** What the caller is told after the commit. Keys that stand in a web page are not told who is who. */
export function answerBody(route: DoorRoute, caller: Caller, results: readonly IngestResult[]): unknown {
  if (route.dialect === "segment") return { success: true };
  const shown = results.map(({ status, personId }) =>
    caller.via === "publishable" ? { status } : { status, personId },
  );
  if (route.type !== "batch") return { data: shown[0] };
  const accepted = results.filter((result) => result.status === "accepted").length;
  return { data: { accepted, duplicates: results.length - accepted, results: shown } };
}
