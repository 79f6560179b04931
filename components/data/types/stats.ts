/** Trips of a journey by outcome. */
export type StatsTotals = {
  enrolled: number;
  active: number;
  completed: number;
  stopped: number;
  failed: number;
  converted?: number;
};

/** `entered = waiting + advanced + exited + failed` on every node. Times are in seconds. */
export type NodeStats = {
  nodeId: string;
  name: string;
  entered: number;
  waiting: number;
  advanced: number;
  exited: number;
  failed: number;
  timeInNode?: { p50: number | null; p90: number | null; mean: number | null } | null;
};

export type TransitionStats = { edgeId: string; name: string; count: number; rate: number };

export type JourneyStats = { totals: StatsTotals; nodes: NodeStats[]; transitions: TransitionStats[] };

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
