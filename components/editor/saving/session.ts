import type { JourneyDetail } from "#data";
import type { Draft, OpenedJourney } from "#drafts";
import { canvasOf } from "#journey";
import { createEditorStore, type EditorStore } from "../state/store.ts";

/** The edited draft: its state, history and saving. It survives switching to the live view. */
export type Session = { readonly store: EditorStore; readonly draft: Draft };

export function createSession(journey: JourneyDetail, open: (journey: OpenedJourney) => Draft): Session {
  const { id, name, revision } = journey;
  const draft = open({ id, name, canvas: canvasOf(journey), revision });
  return { store: createEditorStore(draft.canvas), draft };
}
