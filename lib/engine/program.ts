import type {
  CompiledGoal,
  EdgeTrigger,
  EqualityFilter,
  JsonObject,
  NodeConfigs,
  NodeType,
  TriggerConfigs,
  TriggerType,
} from "#journey";

/** The program format of this release; raised when older workers can no longer run its programs (R16). */
export const PROGRAM_FORMAT = 6;

export const FIRST_FORMAT = 1;

/** The format that added DATE triggers, date rules and the zone of a wait. */
export const DATES_FORMAT = 2;

/** The format that added campaigns, and accounts in rules and expressions. */
export const CAMPAIGNS_FORMAT = 3;
/** The format that added decisions and messages that show their offers. */
export const DECISIONS_FORMAT = 4;
/** The format that added LIVE_DATA. */
export const LIVE_DATA_FORMAT = 5;
/** The format that added disabled nodes. */
export const DISABLED_FORMAT = 6;

/** A compiled, immutable version: compact, JSON, hashed. `compile` makes it, `advance` runs it. */
export type Program = {
  readonly format: number;
  readonly versionId: string;
  readonly journeyId: string;
  readonly hash: string;
  readonly entries: readonly ProgramEntry[];
  /** By node id. */
  readonly states: Readonly<Record<string, ProgramState>>;
  readonly settings: JsonObject;
  readonly goal: CompiledGoal | null;
  /** Changes when the goal is replaced by another: enrollments that move to the version start with the goal unreached. */
  readonly goalRevision: string;
  /** The key of conversions: it also changes when the time in which the goal counts changes. Absent in older versions. */
  readonly countRevision?: string;
  readonly audienceId: string | null;
  readonly allowAnonymous: boolean;
  readonly needs: ProgramNeeds;
  /** The meaning of the names in the document when the version was frozen; absent in versions of older releases. */
  readonly pins?: Pins;
};

/** Ids by the names that a document uses: renaming or reusing a key later does not change the version (R46). */
export type Pins = {
  readonly segments: Readonly<Record<string, string>>;
  readonly journeys: Readonly<Record<string, string>>;
  /** Absent in versions of older releases. */
  readonly campaigns?: Readonly<Record<string, string>>;
  /** Absent in versions without decisions. */
  readonly decisionFlows?: Readonly<Record<string, string>>;
};

/** Filters of the event that starts people. */
export type EntryFilters = { readonly filter?: EqualityFilter; readonly expression?: string };

/** An entry: a TRIGGER node, or an event in the entry conditions. A union over the trigger types. */
export type ProgramEntry<Kind extends TriggerType = TriggerType> = {
  [Each in Kind]: {
    readonly nodeId: string;
    readonly kind: Each;
    /** Full name of the event that may start people here; `null` for manual, audience and schedule. */
    readonly eventName: string | null;
    readonly config: EntryFilters & TriggerConfigs[Each];
  };
}[Kind];

/** One compiled node: a union over the kinds of node, each with its parsed config. */
export type ProgramState<Type extends NodeType = NodeType> = {
  [Each in Type]: {
    readonly nodeId: string;
    readonly name: string;
    readonly type: Each;
    readonly config: NodeConfigs[Each];
    readonly contentId: string | null;
    readonly exits: readonly ProgramExit[];
    /** Present only if true, so that programs without disabled nodes keep their hash. */
    readonly disabled?: true;
  };
}[Type];

/** One edge out of a node. `branch` null = the edge serves every outcome that no other edge serves. */
export type ProgramExit = {
  readonly edgeId: string;
  readonly edgeName: string;
  readonly target: string;
  readonly branch: string | null;
  /** Share of 100 at a SPLIT. */
  readonly weight: number;
  /** Not null = the exit is a race, not an outcome of the node. */
  readonly trigger: EdgeTrigger | null;
};

/** What the driver must load, and the events that it must pass on. */
export type ProgramNeeds = {
  /** Names of all events that start, wake, convert or end an enrollment; stored in `event_interest`. */
  readonly interest: readonly string[];
  /** Names of the past events that rules count ("at least n times"): loaded into `AdvanceInput.events`. */
  readonly eventFacts: readonly string[];
  /** Segment references in guards, audience and entry conditions. */
  readonly segments: readonly string[];
};
