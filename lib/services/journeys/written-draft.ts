import { type JourneyDraft, sameJson } from "#dialects";
import { tidyDocument } from "#journey";
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
  const canvas = readCanvas({ nodes: read.nodes, edges: read.edges }, row.canvas);
  const document = tidyDocument({ ...read, ...canvas });
  if (sameJson(document, draftOf(row))) return { name, description };
  const { nodes, edges, settings, goalConfig, audienceId, allowAnonymous } = document;
  return {
    ...{ name, description, canvas: { nodes, edges }, settings, goalConfig, audienceId, allowAnonymous },
    revision: row.revision + 1,
  };
}
