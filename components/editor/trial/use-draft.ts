"use client";

import { useCallback } from "react";
import type { DraftDocument } from "#data";
import { useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** Reads the draft from the canvas, saved or not, for a trial run. */
export function useDraft(): () => DraftDocument {
  const store = useEditorStore();
  const { goal, settings } = useJourneyInfo();
  return useCallback(() => ({ ...store.getState().canvas, settings, goalConfig: goal }), [store, goal, settings]);
}
