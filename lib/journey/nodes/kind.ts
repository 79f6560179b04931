import type * as z from "zod";
import { formatDuration, parseDuration } from "../durations.ts";
import type { JourneyDocument, JourneyNode, JsonObject, NodeType } from "../schema.ts";

/** One thing a config schema finds wrong. */
export type ConfigIssue = z.core.$ZodIssue;

/** One exit of a node: the `branch` that edges name, and the label on the canvas. */
export type Exit = { readonly key: string; readonly label: string };

/**
 * One effect of a node on the person: an enrollment in a journey, an event, joining or leaving a segment, or another
 * value of a trait. `field` is the path to its name inside the config.
 */
export type SetsOff = {
  readonly what: "enroll" | "event" | "join" | "leave" | "trait";
  readonly name: string;
  readonly field: string;
};

/**
 * The properties of one kind of node. Every part is required, so that the compiler reports what is missing when a kind
 * is added. All functions accept unfinished config.
 */
export type NodeKind<Schema extends z.ZodType = z.ZodType> = {
  readonly type: NodeType;
  /** Its place in a journey: people enter, pass through, or end here. */
  readonly role: "entry" | "step" | "end";
  /** The schema of config that can run. Any JSON object may be saved. */
  readonly configSchema: Schema;
  /** Config of a new node from the palette; values that only people can choose may be missing. */
  readonly defaults: () => JsonObject;
  /** Exits in the order of the canvas. */
  readonly exits: (node: JourneyNode, document: Pick<JourneyDocument, "edges">) => readonly Exit[];
  /** One line for the card on the canvas. */
  readonly summary: (config: JsonObject) => string;
  /** True when a person can wait here, so that a cycle through the node is allowed. */
  readonly waits: (node: JourneyNode) => boolean;
  /**
   * True when its exits are the edges on the canvas, each with a share of the people. Otherwise `exits` defines them
   * and edges serve them.
   */
  readonly dividesPeople: boolean;
  /** A `timeout` in its config adds an exit. */
  readonly takesTimeout: boolean;
  /** Full name of the event that people wait for at the node; null = none. */
  readonly awaitsEvent: (config: JsonObject) => string | null;
  /** People wait at the node until its rules and expression hold; time alone may make them true (R23). */
  readonly awaitsCondition: boolean;
  /** The path in its config of a trait whose value sets the time until which people wait; null = no trait does. */
  readonly awaitedTrait: readonly string[] | null;
  /** Its expressions may read an event: the one that starts people here, or the one that they wait for. */
  readonly readsEvent: boolean;
  /** Its behaviour depends on more of a person than their time zone. */
  readonly readsPerson: (config: JsonObject) => boolean;
  /** It reads nothing of a person but what the rules and expressions of its config name. */
  readonly readsByRules: boolean;
  /** Uses the content item of `contentId`. */
  readonly usesContent: boolean;
  /** The HTTP call that it makes by itself, in the form of a webhook’s content; null = it makes none. */
  readonly callOf: ((config: JsonObject) => JsonObject) | null;
  /**
   * It may change people, create events or enroll, so that other enrollments begin and goals are reached while it runs
   * (R22).
   */
  readonly changesPeople: boolean;
  /** It picks offers, so what the person was offered before has to be loaded. */
  readonly decides: boolean;
  /** Its effects, as far as its config determines them. */
  readonly setsOff: (config: JsonObject) => readonly SetsOff[];
  /** The duration after which people certainly leave the node; undefined = there is none. */
  readonly lasts: (config: JsonObject) => unknown;
  /** True when nothing in its config is certain to end the wait. */
  readonly mayWaitForever: (config: JsonObject) => boolean;
  /** The config values from which its timers are computed, in a normal form; null = it has no timers. */
  readonly timersFrom: (config: JsonObject) => JsonObject | null;
  /** The default name of a new node; null = its kind. */
  readonly baseName: (config: JsonObject) => string | null;
};

/** Defaults of kinds that neither wait nor send. `readsPerson` and `changesPeople` have no default. */
export const PASSES = {
  role: "step",
  waits: () => false,
  dividesPeople: false,
  takesTimeout: false,
  awaitsEvent: () => null,
  awaitsCondition: false,
  awaitedTrait: null,
  readsEvent: false,
  readsByRules: false,
  usesContent: false,
  callOf: null,
  decides: false,
  setsOff: () => [],
  lasts: () => undefined,
  mayWaitForever: () => false,
  timersFrom: () => null,
  baseName: () => null,
} as const satisfies Partial<NodeKind>;

/** Defaults of kinds at which people wait until something happens or a `timeout` ends. */
export const WAITS = {
  ...PASSES,
  waits: () => true,
  takesTimeout: true,
  mayWaitForever: (config) => parseDuration(config.timeout) === null,
  timersFrom: (config) => ({ timeout: spelled(config.timeout) }),
} as const satisfies Partial<NodeKind>;

/** The normal form of a duration; null = none is given. */
export const spelled = (duration: unknown): string | null => (duration === undefined ? null : formatDuration(duration));

export const NEXT: readonly Exit[] = [{ key: "next", label: "Next" }];

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
