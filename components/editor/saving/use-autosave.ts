"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { JourneyDetail } from "#data";
import { mergeCanvas, sharing, useDraftKeeping } from "#drafts";
import { canvasOf } from "#journey";
import { toast } from "#ui/toaster";
import { whoSaved } from "./conflict-banner.tsx";
import type { Session } from "./session.ts";

/** Connects the editor to the draft and saves every edit; returns the save state. Unsaved edits outlive the editor. */
export function useAutosave(journey: JourneyDetail, { store, draft }: Session, isEnabled: boolean) {
  const keeping = useDraftKeeping();
  const readState = () => draft.state;
  const state = useSyncExternalStore(draft.subscribe, readState, readState);

  useEffect(() => {
    const { drafts, tabs } = keeping();
    const isOwn = (revision: number) => tabs.savedElsewhere(draft.journeyId, revision);
    // Also where nothing can be edited: what others save is to appear.
    draft.attach({
      read: () => store.getState().canvas,
      replace: (canvas) => store.getState().load(canvas),
      merge(canvas, { base, theirs }) {
        // Each entry of the history is merged: 100 of 1,000 steps took 640 ms by deep comparisons, 380 with shared parts.
        const others = sharing(base, theirs.canvas);
        store.getState().rebase(canvas, (past) => mergeCanvas(base, past, others).canvas);
        toast.info(`${whoSaved(isOwn(theirs.revision))}. Both changes are kept.`);
      },
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
      canvas: canvasOf(journey),
      revision: journey.revision,
    });
    const isOwn = keeping().tabs.savedElsewhere(journey.id, journey.revision);
    if (taken) toast.info(`${whoSaved(isOwn)}; you see ${isOwn ? "that" : "their"} version.`);
  }, [journey, draft, keeping]);

  const isOwn = state.kind === "conflict" && keeping().tabs.savedElsewhere(journey.id, state.conflict.theirs.revision);
  return { state, isOwn, warnings: draft.problems };
}
