import {
  awaitedBy,
  type ExitCondition,
  eventName,
  FrozenSettings,
  type NodeType,
  parseDuration,
  readEntryConditions,
} from "#journey";
import { triggerKinds } from "./entry/trigger-kinds.ts";
import { prepareGoal } from "./exits/goal.ts";
import { makeTest } from "./guards/index.ts";
import type { ExitRule, NodeActions, Prepared, PreparedEntry, PreparedState, Race } from "./model.ts";
import { passThrough } from "./nodes/disabled.ts";
import { behaviours } from "./nodes/index.ts";
import type { Program, ProgramEntry, ProgramExit, ProgramState } from "./program.ts";
import { isKnown } from "./program-facts.ts";

const known = new WeakMap<Program, Prepared>();

/** Compiles the program's guards on first use; throws when the program cannot run. */
export function prepare(program: Program): Prepared {
  let prepared = known.get(program);
  if (prepared === undefined) {
    prepared = make(program);
    known.set(program, prepared);
  }
  return prepared;
}

/**
 * Why a stored program cannot run; null = it can. It is checked once when the program is loaded, because otherwise it
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
  for (const { node, races } of states.values()) {
    if (node.awaits !== undefined) awaited.add(node.awaits.name);
    for (const race of races) if (race.eventName !== null) awaited.add(race.eventName);
  }
  return {
    program,
    states,
    entries: program.entries.map(prepareEntry),
    settings,
    entry: { parts, test: makeTest({ rules: parts.rules, expression: parts.expression }) },
    exitRules: (settings.exitConditions ?? []).map(prepareExitRules),
    goal: prepareGoal(program.goal),
    maxDuration:
      typeof settings.maxDuration === "number" ? { days: settings.maxDuration } : parseDuration(settings.maxDuration),
    awaited,
    lookingBack: [...states.values()].filter(({ node }) => node.awaits?.looksBack === true),
  };
}

function prepareEntry(entry: ProgramEntry): PreparedEntry {
  if (!Object.hasOwn(triggerKinds, entry.kind)) throw new Error(`there is no kind of trigger ${entry.kind}`);
  return { entry, test: makeTest(entry.config) };
}

function prepareState(state: ProgramState): PreparedState {
  // A later release may have stored a program with kinds of nodes that this release does not know.
  if (!isKnown(state.type)) throw new Error(`there is no kind of node ${state.type}`);
  const exits = new Map(
    state.exits.flatMap((exit) => (exit.trigger === null && exit.branch !== null ? [[exit.branch, exit]] : [])),
  );
  return {
    program: state,
    node: prepareNode(state, exits),
    exits,
    races: state.exits.filter((exit) => exit.trigger !== null).map(prepareRace),
  };
}

function prepareNode<Type extends NodeType>(state: ProgramState<Type>, exits: PreparedState["exits"]): NodeActions {
  if (state.disabled) return passThrough(state);
  return behaviours[state.type].prepare(state, exits);
}

function prepareRace(exit: ProgramExit): Race {
  const { event, delay } = awaitedBy(exit.trigger);
  const { eventFilter: filter, expression } = exit.trigger ?? {};
  return {
    exit,
    eventName: event === null ? null : eventName(event),
    test: makeTest({ filter, expression }),
    delay: parseDuration(delay),
  };
}

function prepareExitRules(written: ExitCondition): ExitRule {
  const name = "eventName" in written ? eventName(written.eventName) : null;
  return { eventName: name, test: makeTest(written), written };
}
