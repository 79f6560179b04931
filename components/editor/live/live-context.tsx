"use client";

import { createContext, useContext } from "react";
import type { NodeStats, StatsTotals, TransitionStats } from "#data";

/** The journey's numbers as they stand, of one version or of all: every step's, and those of the edges that are drawn. */
export type LiveNumbers = {
  version: number | null;
  drawnVersion: number | null;
  totals: StatsTotals | null;
  nodes: ReadonlyMap<string, NodeStats>;
  edges: ReadonlyMap<string, TransitionStats>;
  /** How many came to each step through edges that are drawn. */
  drawnInto: ReadonlyMap<string, number>;
};

export const NO_NUMBERS: LiveNumbers = {
  version: null,
  drawnVersion: null,
  totals: null,
  nodes: new Map(),
  edges: new Map(),
  drawnInto: new Map(),
};
const LiveContext = createContext<LiveNumbers>(NO_NUMBERS);
export const LiveProvider = LiveContext.Provider;

export function useLiveNumbers(): LiveNumbers {
  return useContext(LiveContext);
}
