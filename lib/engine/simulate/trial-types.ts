import type { JsonObject } from "#journey";
import type { FinishedEnrollment, NearMissReason, Person, PersonChange, SegmentDefinition } from "../advance-input.ts";
import type { Decisions, OfferHistory } from "../decisions/types.ts";
import type { EpochMs, ExitReason, LoggedEvent } from "../signal.ts";
import type { SplitAllocation } from "../splits/shares.ts";

/** The options of every kind of trial; times are epoch ms. */
export type TrialOptions = {
  readonly workspaceTimezone: string;
  readonly segments?: ReadonlyMap<string, SegmentDefinition> | undefined;
  /** Offers and decision flows as they are configured now. */
  readonly decisions?: Decisions | undefined;
  /** Learned or promoted shares of the live journey, by SPLIT; they apply to every version in which the split is unchanged. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** The assumed outcomes of in-page content and webhooks in a trial, where no real outcome arrives. */
export type AssumedOutcomes = {
  readonly inPage?: "completed" | "dismissed" | "timeout";
  readonly webhook?: "sent" | "failed";
};

export type TestRunOptions = TrialOptions & {
  readonly now: EpochMs;
  /** The event that starts the enrollment; absent = an event that fits the first TRIGGER is made up. */
  readonly trigger?: { readonly eventName: string; readonly properties?: JsonObject };
  /** Later events of the person; `after` is a duration from the start, in any notation. */
  readonly events?: readonly {
    readonly after: unknown;
    readonly eventName: string;
    readonly properties?: JsonObject;
  }[];
  /** Past events of the person, oldest first, for rules that count. */
  readonly past?: readonly LoggedEvent[];
  /** The path they first took at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** What they were offered before the trial, and did with it. */
  readonly offers?: OfferHistory | undefined;
  /** Unless set, in-page content is completed and webhooks succeed. */
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
  /** False when the enrollment ended first and cancelled it. */
  readonly sent: boolean;
};

export type TestRun = {
  readonly steps: readonly TestStep[];
  readonly deliveries: readonly TestDelivery[];
  readonly outcome: {
    /**
     * `active` = still waiting for something that does not occur in the run; `not_entered` = an entry check kept the
     * person out.
     */
    readonly status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    readonly exitReason: ExitReason | null;
    readonly nearMiss: NearMissReason | null;
    readonly sentence: string;
  };
  readonly path: { readonly nodeIds: readonly string[]; readonly edgeIds: readonly string[] };
};

/** The observed probability that people do something; a forecast uses it to end waits for events. */
export type Likelihood = {
  /** Share of people, 0 to 1, who do it within the days of the forecast. */
  readonly probability: number;
  /**
   * Observed delays in ms between arriving at a node and the event; one is drawn. Empty = any time within the days of
   * the forecast.
   */
  readonly delays: readonly number[];
  /** Properties of real events, one of which is drawn, so that filters decide as they would on real events. */
  readonly properties: readonly JsonObject[];
};

export type ForecastPerson = {
  readonly person: Person;
  readonly events?: readonly LoggedEvent[];
  readonly past?: readonly FinishedEnrollment[];
  /** The path they first took at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** What they were offered before the trial, and did with it. */
  readonly offers?: OfferHistory | undefined;
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
  /** The person as they are now. */
  readonly person: Person;
  /** The log of changes since `from`, oldest first, with the old values (R41). */
  readonly changes: readonly PersonChange[];
  /** Events since `from`, and the earlier events that rules count, oldest first. */
  readonly events: readonly LoggedEvent[];
  /** Enrollments that began before `from`, of any journey. */
  readonly past?: readonly FinishedEnrollment[];
  /** The path they took before `from` at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** What they were offered before `from`, and did with it. */
  readonly offers?: OfferHistory | undefined;
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
  /** What a backtest cannot answer, as sentences: an enrollment stops where the outcome of a delivery would decide. */
  readonly unknown: readonly string[];
  /** Visits that end unknown, by node id; the counts of backtests over different people can be added. */
  readonly unknownVisits: Readonly<Record<string, number>>;
};
