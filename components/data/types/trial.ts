import type { GoalConfig, JourneyEdge, JourneyNode, JsonObject } from "#journey";

/** A draft as it stands on the canvas, saved or not. */
export type DraftDocument = {
  nodes: readonly JourneyNode[];
  edges: readonly JourneyEdge[];
  settings: JsonObject;
  goalConfig: GoalConfig | null;
};

export type TestInput = {
  personId?: string;
  person?: { externalId?: string; traits?: JsonObject; tags?: string[]; stage?: string; segments?: string[] };
  trigger?: { eventName: string; properties?: JsonObject };
  events?: { after: string; eventName: string; properties?: JsonObject }[];
  draft?: DraftDocument;
};

export type TestStep = {
  at: string;
  fromNodeId: string | null;
  toNodeId: string | null;
  edgeId: string | null;
  cause: string;
  receipt: JsonObject;
  sentence: string;
};

export type TestDelivery = {
  at: string;
  nodeId: string;
  name: string;
  contentType: string;
  contentId: string | null;
  contentName: string | null;
  subject: string | null;
  recipient: string | null;
  /** False when leaving the journey cancelled it first. */
  sent: boolean;
};

export type TestRun = {
  steps: TestStep[];
  deliveries: TestDelivery[];
  /** `active` = still waiting for something the run does not bring; `not_entered` = kept out. */
  outcome: {
    status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    exitReason: string | null;
    nearMiss: string | null;
    sentence: string;
  };
  path: { nodeIds: string[]; edgeIds: string[] };
};

export type ForecastNode = { nodeId: string; entered: number; waiting: number; ended: number };

export type Forecast = {
  people: number;
  nodes: ForecastNode[];
  edges: { edgeId: string; count: number }[];
  outcomes: Outcomes;
};

/** Enrollments by outcome, and those who were kept out by reason. */
export type Outcomes = {
  enrolled?: number;
  notEntered?: number;
  active: number;
  completed: number;
  stopped: number;
  failed: number;
  converted?: number;
  byReason?: Record<string, number>;
  nearMisses?: Record<string, number>;
};

export type BacktestSide = { totals: Outcomes; nodes: unknown[] };

export type Backtest = {
  from: string;
  people: number;
  events: number;
  draft: BacktestSide;
  live: BacktestSide | null;
  differences: { nodeId: string; name: string; draft: number | null; live: number | null }[];
  unknown: string[];
};
