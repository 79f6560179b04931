"use client";

import { createContext, useContext } from "react";
import type { NodeStats, StatsTotals, TransitionStats } from "#data";

/** The current numbers of a journey, of one version or all: for every step and every drawn edge. */
export type LiveNumbers = {
  version: number | null;
  drawnVersion: number | null;
  totals: StatsTotals | null;
  nodes: ReadonlyMap<string, NodeStats>;
  edges: ReadonlyMap<string, TransitionStats>;
  /** How many people arrived at each step through drawn edges. */
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
