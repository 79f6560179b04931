"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { JourneyDetail } from "#data";
import { useDraftKeeping } from "#drafts";
import { toast } from "#ui/toaster";
import type { Session } from "./session.ts";

/** Connects the editor to the draft and saves every edit; returns the save state. Unsaved edits outlive the editor. */
export function useAutosave(journey: JourneyDetail, { store, draft }: Session, isEnabled: boolean) {
  const keeping = useDraftKeeping();
  const readState = () => draft.state;
  const state = useSyncExternalStore(draft.subscribe, readState, readState);

  useEffect(() => {
    const { drafts } = keeping();
    // Also where nothing can be edited: what others save is to appear.
    draft.attach({
      read: () => store.getState().canvas,
      replace: (canvas) => store.getState().load(canvas),
    });
    if (!isEnabled) return () => draft.detach();
    drafts.shown(draft);
    const unsubscribe = store.subscribe((now, before) => (now.canvas === before.canvas ? undefined : draft.changed()));
    return () => {
      unsubscribe();
      draft.detach();
      drafts.closed(draft);
    };
  }, [keeping, store, draft, isEnabled]);

  useEffect(() => {
    const taken = draft.offer({
      canvas: { nodes: journey.nodes, edges: journey.edges },
      revision: journey.revision,
    });
    if (taken) toast.info("Somebody else saved this journey; you see their version.");
  }, [journey, draft]);

  return { state, warnings: draft.problems };
}
