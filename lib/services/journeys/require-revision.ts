import { ServiceError } from "#services";
import type { JourneyRow } from "./find-journey.ts";

/** A write meant for another revision than the present one has lost the race; `null` = meant for any. */
export function requireRevision(row: JourneyRow, ifMatch: number | null): void {
  if (ifMatch === null || ifMatch === row.revision) return;
  const message = `The journey was changed in the meantime: it is at revision ${row.revision}.`;
  throw new ServiceError("precondition_failed", message, [], { currentRevision: row.revision });
}
