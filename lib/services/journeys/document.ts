import { canvasOf, type JourneyDocument, tidyDocument } from "#journey";
import { readCanvas } from "./canvas.ts";
import type { JourneyRow } from "./find-journey.ts";
import type { DraftInput } from "./input.ts";

/** The draft as a document, as publishing would freeze it. */
export function draftOf(row: JourneyRow): JourneyDocument {
  return tidyDocument({
    ...canvasOf(row.canvas),
    settings: row.settings,
    goalConfig: row.goalConfig,
    audienceId: row.audienceId,
    allowAnonymous: row.allowAnonymous,
  });
}

/**
 * The draft with the parts that a request gives in place of the saved ones; throws `invalid` if they are not a valid
 * canvas.
 */
export function draftWith(row: JourneyRow, draft: DraftInput): JourneyDocument {
  const saved = draftOf(row);
  const drawn = draft?.nodes || draft?.edges || draft?.annotations;
  const parts = { nodes: draft?.nodes ?? saved.nodes, edges: draft?.edges ?? saved.edges };
  const canvas = drawn ? readCanvas({ ...parts, annotations: draft.annotations }, row.canvas) : {};
  return tidyDocument({
    ...saved,
    ...canvas,
    ...(draft?.settings ? { settings: draft.settings } : {}),
    ...(draft?.goalConfig === undefined ? {} : { goalConfig: draft.goalConfig }),
  });
}
