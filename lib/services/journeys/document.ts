import type { JourneyDocument } from "#journey";
import type { JourneyRow } from "./find-journey.ts";

/** The draft as a document: what publishing would freeze. */
export function draftOf(row: JourneyRow): JourneyDocument {
  return {
    nodes: row.canvas.nodes,
    edges: row.canvas.edges,
    settings: row.settings,
    goalConfig: row.goalConfig,
    audienceId: row.audienceId,
    allowAnonymous: row.allowAnonymous,
  };
}
