"use client";

import { createContext, useContext } from "react";
import type { NodeStats, StatsTotals, TransitionStats } from "#data";

/** The journey's numbers as they stand, by step and by edge. */
export type LiveNumbers = {
  totals: StatsTotals | null;
  nodes: ReadonlyMap<string, NodeStats>;
  edges: ReadonlyMap<string, TransitionStats>;
};

export const NO_NUMBERS: LiveNumbers = { totals: null, nodes: new Map(), edges: new Map() };
const LiveContext = createContext<LiveNumbers>(NO_NUMBERS);
export const LiveProvider = LiveContext.Provider;

export function useLiveNumbers(): LiveNumbers {
  return useContext(LiveContext);
}
