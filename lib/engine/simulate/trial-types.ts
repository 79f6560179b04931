import type { JsonObject } from "#journey";
import type { FinishedEnrollment, NearMissReason, Person, PersonChange, SegmentDefinition } from "../advance-input.ts";
import type { EpochMs, ExitReason, LoggedEvent } from "../signal.ts";
import type { SplitAllocation } from "../splits/shares.ts";

/** What every kind of trial takes; times are epoch milliseconds. */
export type TrialOptions = {
  readonly workspaceTimezone: string;
  readonly segments?: ReadonlyMap<string, SegmentDefinition>;
  /** Learned or promoted shares of the live journey, by SPLIT: they hold for every version that has not changed it. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** How in-page content and webhooks end in a trial, as nobody is there to end them. */
export type AssumedOutcomes = {
  readonly inPage?: "completed" | "dismissed" | "timeout";
  readonly webhook?: "sent" | "failed";
};

export type TestRunOptions = TrialOptions & {
  readonly now: EpochMs;
  /** The event that starts the enrollment; absent = one that fits the first TRIGGER is made up. */
  readonly trigger?: { readonly eventName: string; readonly properties?: JsonObject };
  /** What the person does afterwards; `after` is a duration from the start, in any notation. */
  readonly events?: readonly {
    readonly after: unknown;
    readonly eventName: string;
    readonly properties?: JsonObject;
  }[];
  /** Past events of the person, oldest first, for rules that count. */
  readonly past?: readonly LoggedEvent[];
  /** The path they took earlier at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** In-page content is completed and webhooks succeed unless told otherwise. */
  readonly outcomes?: AssumedOutcomes;
};

/** One hop of a test run. */
export type TestStep = {
  readonly at: EpochMs;
  readonly fromNodeId: string | null;
  readonly toNodeId: string | null;
  readonly edgeId: string | null;
  readonly cause: string;
  readonly receipt: JsonObject;
  readonly sentence: string;
};

export type TestDelivery = {
  readonly at: EpochMs;
  readonly nodeId: string;
  readonly name: string;
  readonly contentType: string;
  readonly contentId: string;
  readonly variables: JsonObject;
  /** False when leaving the journey cancelled it first. */
  readonly sent: boolean;
};

export type TestRun = {
  readonly steps: readonly TestStep[];
  readonly deliveries: readonly TestDelivery[];
  readonly outcome: {
    /** `active` = still waiting for something that nothing in the run brings; `not_entered` = kept out. */
    readonly status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    readonly exitReason: ExitReason | null;
    readonly nearMiss: NearMissReason | null;
    readonly sentence: string;
  };
  readonly path: { readonly nodeIds: readonly string[]; readonly edgeIds: readonly string[] };
};

/** How likely people do something, as observed: what a forecast answers event waits with. */
export type Likelihood = {
  /** Share of people, 0 to 1, who do it within the forecast's days. */
  readonly probability: number;
  /** Observed delays from a step to the event, in ms, to draw from; empty = any time within the forecast's days. */
  readonly delays: readonly number[];
  /** Real properties to draw from, so that filters decide as they would. */
  readonly properties: readonly JsonObject[];
};

export type ForecastPerson = {
  readonly person: Person;
  readonly events?: readonly LoggedEvent[];
  readonly past?: readonly FinishedEnrollment[];
  /** The path they took earlier at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
};

export type ForecastOptions = TrialOptions & {
  readonly now: EpochMs;
  readonly days: number;
  /** The same seed gives the same forecast. */
  readonly seed: string;
  /** By full event name (`app.x`, `page.viewed`). */
  readonly likely: ReadonlyMap<string, Likelihood>;
  /** Shares, 0 to 1, of in-page content that is completed or dismissed, and of webhooks that fail. */
  readonly outcomes?: { readonly completed: number; readonly dismissed: number; readonly webhookFailed: number };
};

export type Forecast = {
  readonly people: number;
  readonly nodes: readonly {
    readonly nodeId: string;
    readonly entered: number;
    readonly waiting: number;
    readonly ended: number;
  }[];
  readonly edges: readonly { readonly edgeId: string; readonly count: number }[];
  readonly outcomes: {
    readonly notEntered: number;
    readonly active: number;
    readonly completed: number;
    readonly stopped: number;
    readonly failed: number;
    readonly converted: number;
    readonly byReason: Readonly<Record<string, number>>;
    readonly nearMisses: Readonly<Record<string, number>>;
  };
};

export type BacktestPerson = {
  /** As they are now. */
  readonly person: Person;
  /** The log of changes since `from`, oldest first, with old values (R41). */
  readonly changes: readonly PersonChange[];
  /** Events since `from`, and the earlier ones that rules count, oldest first. */
  readonly events: readonly LoggedEvent[];
  /** Enrollments that began before `from`, of any journey. */
  readonly past?: readonly FinishedEnrollment[];
  /** The path they took before `from` at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
};

export type BacktestOptions = TrialOptions & {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly tooOldMs?: number;
};

export type Backtest = {
  readonly people: number;
  readonly events: number;
  readonly totals: {
    readonly enrolled: number;
    readonly active: number;
    readonly completed: number;
    readonly stopped: number;
    readonly failed: number;
    readonly converted: number;
    readonly nearMisses: Readonly<Record<string, number>>;
  };
  readonly nodes: readonly {
    readonly nodeId: string;
    readonly entered: number;
    readonly waiting: number;
    readonly advanced: number;
    readonly exited: number;
    readonly failed: number;
  }[];
  readonly edges: readonly { readonly edgeId: string; readonly count: number }[];
  /** What the past cannot answer, in sentences: enrollments stop being followed where a delivery's outcome decides. */
  readonly unknown: readonly string[];
  /** Visits whose end is unknown, by node id: backtests of several parts of the people add up. */
  readonly unknownVisits: Readonly<Record<string, number>>;
};
