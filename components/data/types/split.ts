export type SplitBranch = {
  edgeId: string;
  /** The edge's name; `label` is what people call the path. */
  key: string;
  label: string;
  /** Shares of 100: on the canvas, and by which new people are sent now. */
  weight: number;
  currentWeight: number;
  holdout: boolean;
  /** People whose first visit took the path (`people` says the same), and all passages. */
  entered: number;
  people: number;
  visits: number;
  /** Of the people. */
  converted: number;
  rate: number;
  /** 95 % interval of the rate. */
  interval: [number, number];
  /** Null for the holdout. */
  probabilityBest: number | null;
  /** Over the holdout, as a share of its rate. */
  lift: { value: number; interval: [number, number] } | null;
};

export type Split = {
  nodeId: string;
  name: string;
  allocation: "fixed" | "thompson";
  minSample: number;
  minShare: number;
  sticky: boolean;
  branches: SplitBranch[];
  promotedEdgeId: string | null;
  reweightedAt: string | null;
};
