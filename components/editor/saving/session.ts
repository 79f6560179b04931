import type { JourneyDetail } from "#data";
import { createEditorStore, type EditorStore } from "../state/store.ts";
import type { Saved } from "./autosave.ts";

/** The draft being edited: its state with its history, and what of it the server has. Outlives a look at the live view. */
export type Session = { readonly store: EditorStore; base: Saved };

export function createSession(journey: JourneyDetail): Session {
  const canvas = { nodes: journey.nodes, edges: journey.edges };
  return { store: createEditorStore(canvas), base: { canvas, revision: journey.revision } };
}
