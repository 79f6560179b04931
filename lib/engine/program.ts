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

/** Bumped when older workers can no longer run what newer ones compile (R16). */
export const PROGRAM_FORMAT = 2;

export const FIRST_FORMAT = 1;

/** Brought triggers on dates, dates in rules, and the zone of a wait. */
export const DATES_FORMAT = 2;

/** A compiled, immutable version: dense, JSON, hashed. Made by `compile`, run by `advance`. */
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
  /** Changes when the goal becomes another one: people who are moved to the version have not reached it yet. */
  readonly goalRevision: string;
  /** Key of conversions: changes also when the goal counts for a longer or shorter time. Absent in older versions. */
  readonly countRevision?: string;
  readonly audienceId: string | null;
  readonly allowAnonymous: boolean;
  readonly needs: ProgramNeeds;
  /** What the names in it meant when it was frozen; absent in versions of older releases. */
  readonly pins?: Pins;
};

/** Ids by the names that a document uses: renaming or reusing a key later changes nothing (R46). */
export type Pins = {
  readonly segments: Readonly<Record<string, string>>;
  readonly journeys: Readonly<Record<string, string>>;
};

/** Filters of the event that starts people. */
export type EntryFilters = { readonly filter?: EqualityFilter; readonly expression?: string };

/** A way in: a TRIGGER node, or an event among the entry conditions. A union over what starts people. */
export type ProgramEntry<Kind extends TriggerType = TriggerType> = {
  [Each in Kind]: {
    readonly nodeId: string;
    readonly kind: Each;
    /** Event name that may start people here; `null` for manual, audience and schedule. */
    readonly eventName: string | null;
    readonly config: EntryFilters & TriggerConfigs[Each];
  };
}[Kind];

/** One node, compiled: a union over the kinds of node, each with the config that its schema gave. */
export type ProgramState<Type extends NodeType = NodeType> = {
  [Each in Type]: {
    readonly nodeId: string;
    readonly name: string;
    readonly type: Each;
    readonly config: NodeConfigs[Each];
    readonly contentId: string | null;
    readonly exits: readonly ProgramExit[];
  };
}[Type];

/** One edge out of a state. `branch` null = every outcome that no other edge covers. */
export type ProgramExit = {
  readonly edgeId: string;
  readonly edgeName: string;
  readonly target: string;
  readonly branch: string | null;
  /** Share of 100 at a SPLIT. */
  readonly weight: number;
  /** Set: the exit is a race, not an outcome of the node. */
  readonly trigger: EdgeTrigger | null;
};

/** What the driver must load and listen for. */
export type ProgramNeeds = {
  /** Every event name that starts, wakes, converts or ends an enrollment: goes to `event_interest`. */
  readonly interest: readonly string[];
  /** Names whose past events rules count ("at least n times"): loaded into `AdvanceInput.events`. */
  readonly eventFacts: readonly string[];
  /** Segment references that guards, audience or entry conditions read. */
  readonly segments: readonly string[];
};
