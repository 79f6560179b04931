import type { EdgeTrigger, GoalConfig, JsonObject, NodeType, PauseMode, Rule, WaitConfig } from "#journey";

/** A person reaches a WAIT at `from`; the expectation is the time at which the wait ends. */
export type CalendarCase = {
  readonly from: string;
  readonly timezone: string;
  readonly wait: WaitConfig;
  readonly traits?: JsonObject;
  readonly continuesAt: string;
};

/** The expected result of an expression: a value as it would be stored, or the message that says why there is none. */
export type ExpressionAnswer =
  | { readonly is: unknown }
  /** Computing it fails for this person, with this message. */
  | { readonly fails: string }
  /** Publishing refuses it, with this message. */
  | { readonly refused: string };

/** An expression evaluated for a person; `now` is the start of every case unless given. */
export type ExpressionCase = ExpressionAnswer & {
  readonly expression: string;
  readonly scope?: JsonObject;
  readonly now?: string;
  /** All problems that publishing reports, including warnings. */
  readonly says?: readonly string[];
};

/** Rules evaluated for a person, and whether they hold; `events` lists the times at which each event happened. */
export type RuleCase = {
  readonly rule: Rule;
  readonly now?: string;
  readonly timezone?: string;
  readonly traits?: JsonObject;
  readonly tags?: readonly string[];
  readonly stage?: string;
  readonly segments?: readonly string[];
  readonly events?: Readonly<Record<string, readonly string[]>>;
  readonly holds: boolean;
};

export type CaseNode = {
  readonly name: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly contentId?: string;
};
export type CaseEdge = {
  readonly from: string;
  readonly to: string;
  readonly branch?: string;
  readonly trigger?: EdgeTrigger;
};

/** What happens at an offset from the start; `person` is `p` unless named. */
export type CaseSignal = {
  readonly at: string;
  readonly person?: string;
  readonly track?: string;
  readonly properties?: JsonObject;
  readonly timestamp?: string;
  readonly identify?: JsonObject;
  readonly tag?: string;
  readonly do?:
    | "pause"
    | "resume"
    | "unpublish"
    | "archive"
    | "restore"
    | "publish"
    | "stop"
    | "engine_stops"
    | "engine_starts"
    | "look";
  readonly pauseMode?: PauseMode;
};

export type ExpectedEnrollment = {
  readonly person?: string;
  readonly path: readonly (readonly [node: string, at: string])[];
  readonly status: string;
  readonly exitReason?: string;
  readonly endedAt?: string;
};

/** The expected result; properties that are absent are not checked. */
export type Expectation = {
  readonly trips?: readonly ExpectedEnrollment[];
  readonly deliveries?: readonly (readonly [node: string, at: string])[];
  readonly nearMisses?: Readonly<Record<string, number>>;
  readonly conversions?: number;
  readonly publish?: "refused";
  readonly problem?: string;
  readonly tags?: Readonly<Record<string, readonly string[]>>;
};

export type JourneyCase = {
  readonly name: string;
  readonly journey: {
    readonly nodes: readonly CaseNode[];
    readonly edges: readonly CaseEdge[];
    readonly settings?: JsonObject;
    readonly goalConfig?: GoalConfig;
  };
  readonly signals: readonly CaseSignal[];
  readonly expect: Expectation;
};
