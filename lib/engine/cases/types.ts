import type { EdgeTrigger, GoalConfig, JsonObject, NodeType, PauseMode, Rule, WaitConfig } from "#journey";

/** A person reaches a WAIT at `from`; when does the journey go on? */
export type CalendarCase = {
  readonly from: string;
  readonly timezone: string;
  readonly wait: WaitConfig;
  readonly traits?: JsonObject;
  readonly continuesAt: string;
};

/** What comes of an expression: a value as it would be stored, or the sentence that says why there is none. */
export type ExpressionAnswer =
  | { readonly is: unknown }
  /** It cannot be computed for this person. */
  | { readonly fails: string }
  /** Publishing refuses it. */
  | { readonly refused: string };

/** An expression about a person; `now` is the start of every case unless said. */
export type ExpressionCase = ExpressionAnswer & {
  readonly expression: string;
  readonly scope?: JsonObject;
  readonly now?: string;
  /** What publishing says about it, warnings included. */
  readonly says?: readonly string[];
};

/** Rules about a person, and whether they hold; `events` are the times at which each name happened. */
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

/** What must come of it; what a case does not name is not checked. */
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
