import type * as z from "zod";
import { formatDuration, parseDuration } from "../durations.ts";
import type { JourneyDocument, JourneyNode, JsonObject, NodeType } from "../schema.ts";

/** One thing a config schema finds wrong. */
export type ConfigIssue = z.core.$ZodIssue;

/** One way out of a node: the `branch` its edges name, and the words the canvas shows. */
export type Exit = { readonly key: string; readonly label: string };

/**
 * One thing that a node sets off for the person it acts on: an enrollment in a journey, an event, joining or leaving a
 * segment, another value of a trait. `field` is the way to its name inside the config.
 */
export type SetsOff = {
  readonly what: "enroll" | "event" | "join" | "leave" | "trait";
  readonly name: string;
  readonly field: string;
};

/**
 * What the product knows of one kind of node. Every part is required, so that the compiler asks for each of them when a kind
 * is added. All functions work on unfinished config.
 */
export type NodeKind<Schema extends z.ZodType = z.ZodType> = {
  readonly type: NodeType;
  /** Where it stands in a journey: people come in here, pass through, or end here. */
  readonly role: "entry" | "step" | "end";
  /** Config that can run. What may be saved is any JSON object. */
  readonly configSchema: Schema;
  /** Config of a node fresh from the palette; may still miss what only people can choose. */
  readonly defaults: () => JsonObject;
  /** Ways out, in the order the canvas shows them. */
  readonly exits: (node: JourneyNode, document: Pick<JourneyDocument, "edges">) => readonly Exit[];
  /** One line for the card on the canvas; works on unfinished config. */
  readonly summary: (config: JsonObject) => string;
  /** True when a person can stand here until something happens, so a cycle through it is allowed. */
  readonly waits: (node: JourneyNode) => boolean;
  /** Its ways out are the edges that are drawn, each with a share of the people. Else `exits` names them and edges serve those. */
  readonly dividesPeople: boolean;
  /** A `timeout` in its config adds an exit. */
  readonly takesTimeout: boolean;
  /** Full name of the event that people wait for here; null = none. */
  readonly awaitsEvent: (config: JsonObject) => string | null;
  /** Its expressions may read an event: the one that starts people here, or the one they wait for. */
  readonly readsEvent: boolean;
  /** What it does depends on more of a person than their time zone. */
  readonly readsPerson: (config: JsonObject) => boolean;
  /** Uses the content item that `contentId` names. */
  readonly usesContent: boolean;
  /** It may change people, make events or enroll, so that other enrollments begin and goals are reached while it runs (R22). */
  readonly changesPeople: boolean;
  /** What it sets off, as far as it can be told from its config. */
  readonly setsOff: (config: JsonObject) => readonly SetsOff[];
  /** The duration after which people go on for certain; undefined = it has none. */
  readonly lasts: (config: JsonObject) => unknown;
  /** Nothing in its config ends the waiting for certain. */
  readonly mayWaitForever: (config: JsonObject) => boolean;
  /** What its timers are computed from, in one spelling; null = it has no timers. */
  readonly timersFrom: (config: JsonObject) => JsonObject | null;
  /** What a new node is called until people name it; null = as its kind. */
  readonly baseName: (config: JsonObject) => string | null;
};

/** What holds of kinds that neither wait nor send; each may say otherwise. `readsPerson` and `changesPeople` have no default. */
export const PASSES = {
  role: "step",
  waits: () => false,
  dividesPeople: false,
  takesTimeout: false,
  awaitsEvent: () => null,
  readsEvent: false,
  usesContent: false,
  setsOff: () => [],
  lasts: () => undefined,
  mayWaitForever: () => false,
  timersFrom: () => null,
  baseName: () => null,
} as const satisfies Partial<NodeKind>;

/** What holds of kinds at which people stand until something happens or a `timeout` is over. */
export const WAITS = {
  ...PASSES,
  waits: () => true,
  takesTimeout: true,
  mayWaitForever: (config) => parseDuration(config.timeout) === null,
  timersFrom: (config) => ({ timeout: spelled(config.timeout) }),
} as const satisfies Partial<NodeKind>;

/** One spelling of a duration; null = none is given. */
export const spelled = (duration: unknown): string | null => (duration === undefined ? null : formatDuration(duration));

export const NEXT: readonly Exit[] = [{ key: "next", label: "Next" }];

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
