import { CompiledGoal, GOAL_WINDOW, type Goal, goalKinds, type JsonObject, parseDuration } from "#journey";
import type { Person } from "../advance-input.ts";
import { lookUp, makeTest, matchesFilter, type Test } from "../guards/index.ts";
import type { PreparedGoal } from "../model.ts";
import { matchesUrl } from "../patterns.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";

/** Compiles a stored goal into its tests; throws when it does not match the schema. */
export function prepareGoal(compiled: JsonObject | null): PreparedGoal | null {
  if (compiled === null) return null;
  // The goal was read back from the database, so its shape is checked.
  const goal = CompiledGoal.parse(compiled);
  const kind = goalKinds[goal.type];
  return {
    type: goal.type,
    eventName: kind.eventName(goal.config),
    trait: kind.trait(goal.config),
    ...testsOf(goal),
    deadlineDays: goal.deadline,
    exitOnGoal: goal.exitOnGoal,
    window: parseDuration(goal.window ?? GOAL_WINDOW) ?? {},
    timezone: goal.timezone ?? null,
    valueOf: valueReader(goal.valueProperty),
  };
}

/** Larger amounts are taken for mistakes. */
const MOST_VALUE = 1e12;
/** Amounts are kept with four places, as the column has them. */
const PLACES = 10_000;

/** Reads a number, or a text that is one, at a dotted path of an event's properties. */
function valueReader(path: string | undefined): PreparedGoal["valueOf"] {
  if (path === undefined) return () => null;
  return ({ properties }) => {
    const found = lookUp(properties, path);
    const value = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
    if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) >= MOST_VALUE) return null;
    return Math.round(value * PLACES) / PLACES;
  };
}

/** Like `prepareGoal`, but an unreadable goal gives null: it counts nothing and must not disturb other journeys (R53). */
export function readableGoal(compiled: JsonObject | null): PreparedGoal | null {
  try {
    return prepareGoal(compiled);
  } catch {
    return null;
  }
}

const never = () => false;

/** How each type of goal is reached: by an event of its name, or by a state of the person. */
function testsOf(goal: Goal): Pick<PreparedGoal, "matches" | "holds"> {
  switch (goal.type) {
    case "event": {
      const { filter } = goal.config;
      return { matches: ({ properties }) => filter === undefined || matchesFilter(filter, properties), holds: never };
    }
    case "page_visit":
      return {
        matches: ({ properties }) => matchesUrl(goal.config, String(properties.url ?? "")),
        holds: never,
      };
    case "flow_completed": {
      const { flowId } = goal.config;
      return {
        matches: ({ properties: { contentId, flowId: flow } }) => [contentId, flow].includes(flowId),
        holds: never,
      };
    }
    case "attribute_match":
      return { matches: never, holds: stateTest(goal.config) };
  }
}

function stateTest({ attribute, operator, value }: Extract<Goal, { type: "attribute_match" }>["config"]) {
  let made: Test | null = null;
  const nothing = { zone: "UTC", recheckAt: null, seen: null, errors: [] };
  return ({ traits }: Person, at: EpochMs): boolean => {
    made ??= makeTest({ rules: { all: [{ field: `traits.${attribute}`, op: operator, value }] } });
    return made({ scope: { traits }, at, countEvents: () => 0, inSegment: () => false, ...nothing });
  };
}

/** Whether the event reaches the goal. */
export function isGoalEvent({ eventName, matches }: PreparedGoal, event: LoggedEvent): boolean {
  return eventName === event.name && matches(event);
}

/** Whether the goal is a state of the person and holds at a time (epoch ms). */
export function isGoalState({ holds }: PreparedGoal, person: Person, at: EpochMs): boolean {
  return holds(person, at);
}
