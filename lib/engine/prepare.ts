import {
  type ExitCondition,
  eventName,
  FrozenSettings,
  GOAL_WINDOW,
  type Goal,
  type JsonObject,
  parseDuration,
  readEntryConditions,
} from "#journey";
import { makeTest, type Test } from "./guards/index.ts";
import type { ExitRule, Prepared, PreparedGoal, PreparedState, Race } from "./model.ts";
import { behaviours } from "./nodes/index.ts";
import type { Program, ProgramExit, ProgramState } from "./program.ts";

const known = new WeakMap<Program, Prepared>();

/** The program's guards, compiled on first use. */
export function prepare(program: Program): Prepared {
  let prepared = known.get(program);
  if (prepared === undefined) {
    prepared = make(program);
    known.set(program, prepared);
  }
  return prepared;
}

/**
 * Why a stored program cannot be run, `null` = it can: asked once as it is loaded, since one that throws as it is made ready
 * would throw at every event of its workspace (R53).
 */
export function faultOf(program: Program): string | null {
  try {
    const { needs, entries } = prepare(program).program;
    const lists: readonly unknown[] = [needs.interest, needs.eventFacts, needs.segments, entries];
    return lists.every(Array.isArray) ? null : "its lists are missing";
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
  }
}

function make(program: Program): Prepared {
  const states = new Map(Object.values(program.states).map((state) => [state.nodeId, prepareState(state)]));
  const parsed = FrozenSettings.safeParse(program.settings);
  const settings = parsed.success ? parsed.data : {};
  const parts = readEntryConditions(settings.entryConditions ?? undefined);
  const awaited = new Set<string>();
  for (const state of states.values()) {
    if (state.eventName !== null) awaited.add(state.eventName);
    for (const race of state.races) if (race.eventName !== null) awaited.add(race.eventName);
  }
  return {
    program,
    states,
    entries: program.entries.map((entry) => ({ entry, test: makeTest(entry.config) })),
    settings,
    entry: { parts, test: makeTest({ rules: parts.rules, expression: parts.expression }) },
    exitRules: (settings.exitConditions ?? []).map(prepareExitRules),
    goal: prepareGoal(program.goal),
    maxDuration:
      typeof settings.maxDuration === "number" ? { days: settings.maxDuration } : parseDuration(settings.maxDuration),
    awaited,
    lookingBack: [...states.values()].filter((state) => state.program.config.since === "enrollment"),
  };
}

function prepareState(state: ProgramState): PreparedState {
  const { config } = state;
  const branches = Array.isArray(config.branches) ? config.branches : [];
  return {
    program: state,
    behaviour: behaviours[state.type as keyof typeof behaviours],
    exits: new Map(
      state.exits.flatMap((exit) => (exit.trigger === null && exit.branch !== null ? [[exit.branch, exit]] : [])),
    ),
    races: state.exits.filter((exit) => exit.trigger !== null).map(prepareRace),
    eventName:
      state.type === "WAIT_FOR_EVENT" && typeof config.eventName === "string" ? eventName(config.eventName) : null,
    test: conditionTest(state),
    branches: branches.map((branch) => ({ key: String(branch.key), test: makeTest(branch) })),
  };
}

/** `include` is any of, `exclude` none of; with the expression, all must hold. */
function conditionTest(state: ProgramState): Test {
  const { config } = state;
  if (state.type !== "WAIT_FOR_CONDITION")
    return makeTest({ filter: config.filter, expression: config.expression, rules: config.rules });
  const include =
    Array.isArray(config.include) && config.include.length > 0 ? [makeTest({ rules: { any: config.include } })] : [];
  const exclude =
    Array.isArray(config.exclude) && config.exclude.length > 0
      ? [makeTest({ rules: { any: config.exclude, not: true } })]
      : [];
  const tests = [...include, ...exclude, makeTest({ expression: config.expression })];
  return (facts) => tests.every((test) => test(facts));
}

function prepareRace(exit: ProgramExit): Race {
  const trigger = exit.trigger ?? {};
  return {
    exit,
    eventName: trigger.type === "event" ? eventName(String(trigger.event)) : null,
    test: makeTest({ filter: trigger.eventFilter, expression: trigger.expression }),
    delay: trigger.type === "timer" ? parseDuration(trigger.delay) : null,
  };
}

function prepareExitRules(written: ExitCondition): ExitRule {
  const name = "eventName" in written ? eventName(written.eventName) : null;
  return { eventName: name, test: makeTest(written), written };
}

/** A compiled goal, ready to be asked. */
export function prepareGoal(compiled: JsonObject | null): PreparedGoal | null {
  if (compiled === null) return null;
  const goal = compiled as unknown as Goal & CompiledGoal;
  const names: Record<Goal["type"], () => string | null> = {
    event: () => (goal.type === "event" ? eventName(goal.config.eventName) : null),
    page_visit: () => "page.viewed",
    flow_completed: () => "content.completed",
    attribute_match: () => null,
  };
  return {
    goal,
    eventName: names[goal.type](),
    deadlineDays: goal.deadline,
    exitOnGoal: goal.exitOnGoal,
    window: parseDuration(goal.window ?? GOAL_WINDOW) ?? {},
    timezone: goal.timezone ?? null,
  };
}

/** The same of a stored goal that nobody may be in the way of: one that cannot be read counts nothing (R53). */
export function readableGoal(compiled: JsonObject | null): PreparedGoal | null {
  try {
    return prepareGoal(compiled);
  } catch {
    return null;
  }
}

type CompiledGoal = {
  readonly deadline: number | null;
  readonly exitOnGoal: boolean;
  readonly window?: string;
  readonly timezone?: string;
};
