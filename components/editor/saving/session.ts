import type { JourneyDetail } from "#data";
import type { Draft, OpenedJourney } from "#drafts";
import { createEditorStore, type EditorStore } from "../state/store.ts";

/** The edited draft: its state, history and saving. It survives switching to the live view. */
export type Session = { readonly store: EditorStore; readonly draft: Draft };

export function createSession(journey: JourneyDetail, open: (journey: OpenedJourney) => Draft): Session {
  const { id, name, nodes, edges, revision } = journey;
  const draft = open({ id, name, canvas: { nodes, edges }, revision });
  return { store: createEditorStore(draft.canvas), draft };
}
