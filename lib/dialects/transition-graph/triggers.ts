import {
  type EdgeTrigger,
  formatDuration,
  type JourneyEdge,
  type JourneyNode,
  parseDuration,
  routesAmong,
} from "#journey";
import { type Losses, quoted } from "../losses.ts";
import type { TransitionTrigger } from "./schema.ts";

/** A timer without any delay is an edge that is taken at once. */
const AT_ONCE = { type: "timer", delay: "0m" } as const;

/** The trigger of the edge that a transition becomes. `before` keeps what the format cannot say of an event. */
export function edgeTriggerFor(trigger: TransitionTrigger, before: EdgeTrigger | null): EdgeTrigger | null {
  if (trigger.type === "timer") {
    const delay = formatDuration(trigger.delay);
    return isZero(delay) ? null : { type: "timer", delay };
  }
  const { event, eventFilter } = trigger;
  const kept = before?.type === "event" && before.event === event ? unsaidOf(before) : {};
  return { ...kept, type: "event", event, ...(eventFilter === undefined ? {} : { eventFilter }) };
}

const SAID = ["type", "event", "eventFilter", "delay"];

function unsaidOf(trigger: EdgeTrigger): Record<string, unknown> {
  return Object.fromEntries(Object.entries(trigger).filter(([key]) => !SAID.includes(key)));
}

/** Whether the meaning of a node is written on its transitions. */
export const movesToTransitions = ({ type }: JourneyNode): boolean => type === "WAIT" || type === "WAIT_FOR_EVENT";

/** The triggers that stand for an edge: none if it is never taken, two if it serves both the event and the timeout. */
export function triggersOf(
  edge: JourneyEdge,
  source: JourneyNode,
  outgoing: readonly JourneyEdge[],
  losses: Losses,
): TransitionTrigger[] {
  if (edge.label !== null) losses.ofEdge(edge, "label", `The format has no place for the label “${edge.label}”.`);
  if (edge.trigger !== null) return ownTrigger(edge, edge.trigger, losses);
  const { exits } = routesAmong(source, outgoing);
  if (!movesToTransitions(source) && exits.length <= 1) return [AT_ONCE];
  const served = exits.filter((exit) => exit.edge === edge).map(({ key }) => key);
  if (served.length === 0) losses.ofEdge(edge, "branch", `The edge “${edge.name}” is never taken, so it is left out.`);
  if (movesToTransitions(source)) return served.flatMap((exit) => moved(edge, exit, source, losses));
  if (served.length === 0) return [];
  losses.ofEdge(edge, "branch", `The edge “${edge.name}” is written without its exit (${served.join(", ")}).`);
  return [AT_ONCE];
}

function ownTrigger(edge: JourneyEdge, trigger: EdgeTrigger, losses: Losses): TransitionTrigger[] {
  for (const field of Object.keys(unsaidOf(trigger)))
    losses.ofEdge(edge, `trigger.${field}`, `The format has no place for the ${field} of the edge “${edge.name}”.`);
  if (trigger.type === "event") {
    const { event, eventFilter } = trigger;
    return [{ type: "event", event, ...(eventFilter === undefined ? {} : { eventFilter }) }];
  }
  if (parseDuration(trigger.delay) !== null) return [{ type: "timer", delay: formatDuration(trigger.delay) }];
  losses.ofEdge(
    edge,
    "trigger.delay",
    `The delay of the edge “${edge.name}” is not a duration, so the edge is left out.`,
  );
  return [];
}

/** What the wait of the node becomes on one of its edges. */
function moved(edge: JourneyEdge, exit: string, source: JourneyNode, losses: Losses): TransitionTrigger[] {
  const { duration, eventName, filter, timeout } = source.config;
  if (exit === "timeout") return [timer(timeout)];
  if (source.type === "WAIT") return [timer(duration)];
  if (typeof eventName !== "string" || eventName === "") {
    losses.ofEdge(edge, "trigger", `${quoted(source)} has no event yet, so the edge “${edge.name}” is left out.`);
    return [];
  }
  const eventFilter = typeof filter === "object" && filter !== null ? { eventFilter: { ...filter } } : {};
  return [{ type: "event", event: eventName, ...eventFilter }];
}

function timer(duration: unknown): TransitionTrigger {
  return parseDuration(duration) === null ? AT_ONCE : { type: "timer", delay: formatDuration(duration) };
}

function isZero(duration: string): boolean {
  return Object.values(parseDuration(duration) ?? { minutes: 1 }).every((amount) => amount === 0);
}
