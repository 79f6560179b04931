import type { EventName } from "./names.ts";
import type { Duration, EdgeTrigger } from "./types/configs.ts";

/** An edge of a journey, as its file says it. */
export type Edge<Name extends string = string> = EdgeParts & {
  readonly from: Name;
  readonly to: Name;
};

type EdgeParts = {
  /** `{from}-to-{to}` by default. */
  readonly name?: string;
  /** The exit of the node that the edge serves; without one it serves every exit that no other edge serves. */
  readonly branch?: string | null;
  readonly label?: string | null;
  /** The share of people of a split, in percent. */
  readonly weight?: number | null;
  readonly trigger?: EdgeTrigger | null;
};

/** Leads from a node to another one; the names are checked against the nodes of the journey. */
export const edge = <const Name extends string>(from: Name, to: Name, parts: EdgeParts = {}): Edge<Name> => ({
  from,
  to,
  ...parts,
});

/** An edge as it is written in a file, with fields that this version does not know. */
export const anyEdge = <const Name extends string>(
  given: { readonly from: Name; readonly to: Name } & Readonly<Record<string, unknown>>,
): Edge<Name> => given;

/** The edge is taken when the event happens. */
export const onEvent = (event: EventName, more: { eventFilter?: Record<string, unknown>; expression?: string } = {}) =>
  ({ type: "event", event, ...more }) as const;

/** The edge is taken so long after the node was reached. */
export const after = <Delay extends string | number>(delay: Delay & Extract<Duration, string | number>) =>
  ({ type: "timer", delay }) as const;
