"use client";

import { createContext, useContext } from "react";
import type { GoalConfig, JsonObject } from "#journey";

/** What step forms need to know about their journey. */
export type JourneyInfo = {
  journeyId: string;
  goal: GoalConfig | null;
  settings: JsonObject;
  /** The name of the segment that is the journey's audience. */
  audience: string | null;
  canEdit: boolean;
  /** Opens the settings, at a field of the document such as `goalConfig` if one is named. */
  openSettings: (field?: string | null) => void;
};

const InfoContext = createContext<JourneyInfo>({
  journeyId: "",
  goal: null,
  settings: {},
  audience: null,
  canEdit: false,
  openSettings: () => undefined,
});
export const JourneyInfoProvider = InfoContext.Provider;

export function useJourneyInfo(): JourneyInfo {
  return useContext(InfoContext);
}
