import { type JourneyDraft, sameJson } from "#dialects";
import { canvasOf, tidyDocument } from "#journey";
import { readCanvas } from "./canvas.ts";
import { draftOf } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import type { JourneyChange } from "./move-journey.ts";

/** The draft as dialects know it. */
export function writtenDraft(row: JourneyRow): JourneyDraft {
  return { name: row.name, description: row.description, document: draftOf(row) };
}

/** The change that makes the row's draft what a dialect read. The revision rises only if the document differs. */
export function changeToDraft(row: JourneyRow, { name, description, document: read }: JourneyDraft): JourneyChange {
  const canvas = readCanvas({ ...canvasOf(read), annotations: read.annotations ?? [] }, row.canvas);
  const document = tidyDocument({ ...read, ...canvas });
  if (sameJson(document, draftOf(row))) return { name, description };
  const { settings, goalConfig, audienceId, allowAnonymous } = document;
  return {
    ...{ name, description, canvas: canvasOf(document), settings, goalConfig, audienceId, allowAnonymous },
    revision: row.revision + 1,
  };
}
