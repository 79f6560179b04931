/** Enrollments of a journey by outcome. */
export type StatsTotals = {
  enrolled: number;
  active: number;
  completed: number;
  stopped: number;
  failed: number;
  converted?: number;
  /** Of one version: whom publishing brought to it (part of `enrolled`) and took from it (not part of it). */
  movedIn: number;
  movedOut: number;
};

/** `entered = waiting + advanced + exited + failed` on every node. Times are in seconds. */
export type NodeStats = {
  nodeId: string;
  name: string;
  type: string;
  /** Part of the version that is drawn. */
  current: boolean;
  entered: number;
  waiting: number;
  advanced: number;
  exited: number;
  failed: number;
  timeInNode?: { p50: number | null; p90: number | null; mean: number | null } | null;
  /** How people came; adds up to `entered`. */
  arrivals: { started: number; connections: number; moved: number; other: number };
  /** Part of `exited`: whom publishing took to another version. */
  movedOut: number;
  /** `waiting` by the number of the version people are on. */
  standing: { version: number; waiting: number }[];
};

/** A connection between two steps. One that is not `current` may have the id of one that leads elsewhere now. */
export type TransitionStats = {
  edgeId: string;
  name: string;
  count: number;
  rate: number;
  sourceNodeId: string;
  targetNodeId: string;
  branch: string | null;
  current: boolean;
};

/** Of one version, or of all of them (`version` null); `drawnVersion` is the one that `current` is about. */
export type JourneyStats = {
  version: number | null;
  drawnVersion: number | null;
  totals: StatsTotals;
  nodes: NodeStats[];
  transitions: TransitionStats[];
};

/** One hop of anybody, as the live feed sends it. */
export type LiveHop = {
  enrollmentId: string;
  personLabel: string;
  fromNodeId: string | null;
  toNodeId: string | null;
  cause: string;
  at: string;
};

export type TimeseriesDay = {
  day: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
};
