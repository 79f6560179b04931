import type { JsonObject } from "#journey";

export type AwaitedThing = {
  kind: "event" | "timer" | "condition" | "delivery" | "resume";
  text: string;
  at?: string | null;
  eventName?: string;
};

/** Why a person is, was or is not in a journey, and what would change that. */
export type Explanation = {
  verdict: "in" | "was_in" | "not_in";
  sentence: string;
  enrollmentId: string | null;
  waiting: null | { nodeId: string; name: string; since: string; until: string | null; for: AwaitedThing[] };
  reasons: { code: string; text: string; at?: string | null; detail?: JsonObject | null }[];
  wouldMove: string[];
};

/** People who met a trigger and were not let in, by reason. */
export type NearMiss = {
  reason: string;
  count: number;
  samples: { personId: string; at: string; detail?: JsonObject | null }[];
};

export type Alert = {
  id: string;
  code: string;
  journeyId: string | null;
  journeyName: string | null;
  text: string;
  at: string;
  count: number;
};
