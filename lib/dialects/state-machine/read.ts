import type { JsonObject } from "#journey";
import { isObject } from "#values";
import type { DialectProblem, ReadContext, Reading } from "../dialect.ts";
import { errorAt, hasErrors, warningAt } from "../problems.ts";
import { assemble, type Machine } from "./assemble.ts";
import { type MachineState, readStates } from "./read-states.ts";
import { TRIGGER_EVENTS } from "./schema.ts";

type Path = readonly PropertyKey[];

/** Reads a journey as a request or an answer of the places API has it, with keys in either case. */
export function read(foreign: unknown, context: ReadContext): Reading {
  const { value, path } = unwrapped(foreign);
  if (!isObject(value))
    return { journey: null, problems: [errorAt(path, "wrong_type", "A journey is a JSON object.")] };
  const problems = unknownFields(foreign, value, path);
  const name = nameOf(value, path, problems);
  const description = descriptionOf(value, path, problems);
  const triggerEvent = triggerEventOf(value, path, problems);
  const key = keyIn(value, "machine_config", "machineConfig");
  const machine = readMachine(value[key], [...path, key], problems);
  if (hasErrors(problems) || name === null || triggerEvent === null || machine === null)
    return { journey: null, problems };
  return { journey: assemble({ name, description, triggerEvent, ...machine }, context), problems };
}

const keyIn = (value: JsonObject, snake: string, camel: string): string =>
  value[snake] === undefined && value[camel] !== undefined ? camel : snake;

const WRAPPER = "node.journey_definition";

/** An answer wraps its one journey: `{"node.journey_definition": {"101": …}}`. */
function unwrapped(foreign: unknown): { readonly value: unknown; readonly path: Path } {
  const inner = isObject(foreign) ? foreign[WRAPPER] : undefined;
  if (!isObject(inner)) return { value: foreign, path: [] };
  const [id, ...others] = Object.keys(inner);
  return id === undefined || others.length > 0
    ? { value: null, path: [WRAPPER] }
    : { value: inner[id], path: [WRAPPER, id] };
}

const FIELDS = ["name", "description", "trigger_event", "triggerEvent", "machine_config", "machineConfig"];
/** What an answer says of a journey beside what it does; none of it is part of a file. */
const BESIDE = ["id", "placeId", "place_id", "userId", "user_id", "active", "created", "updated"];

/** Fields of the journey, and of the answer around it, that nothing reads. */
function unknownFields(foreign: unknown, journey: JsonObject, path: Path): DialectProblem[] {
  const around = isObject(foreign) && path.length > 0 ? unknownIn(foreign, [], [WRAPPER, "meta"]) : [];
  return [...around, ...unknownIn(journey, path, [...FIELDS, ...BESIDE])];
}

const unknownIn = (value: JsonObject, path: Path, known: readonly string[]): DialectProblem[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => warningAt([...path, key], "unknown_field", `The field ${key} is not known here.`));

function nameOf({ name }: JsonObject, path: Path, problems: DialectProblem[]): string | null {
  if (typeof name === "string" && name.trim() !== "" && name.length <= 255) return name;
  const fault = name === undefined ? "missing_field" : typeof name === "string" ? "wrong_value" : "wrong_type";
  problems.push(errorAt([...path, "name"], fault, "A journey needs a name of 1 to 255 characters."));
  return null;
}

function descriptionOf({ description }: JsonObject, path: Path, problems: DialectProblem[]): string | null {
  if (description === undefined || description === null) return null;
  if (typeof description === "string") return description;
  problems.push(errorAt([...path, "description"], "wrong_type", "The field description must be a text."));
  return null;
}

function triggerEventOf(value: JsonObject, path: Path, problems: DialectProblem[]): string | null {
  const key = keyIn(value, "trigger_event", "triggerEvent");
  const { [key]: event } = value;
  if (typeof event === "string" && (TRIGGER_EVENTS as readonly string[]).includes(event)) return event;
  const code = event === undefined || event === null ? "missing_field" : "unknown_value";
  problems.push(errorAt([...path, key], code, `The trigger event must be one of ${TRIGGER_EVENTS.join(", ")}.`));
  return null;
}

/** Without a machine the journey completes at once; null = there are errors. */
function readMachine(machine: unknown, path: Path, problems: DialectProblem[]): Machine | null {
  if (machine === undefined || machine === null) return { initial: null, states: [] };
  if (!isObject(machine)) {
    problems.push(errorAt(path, "wrong_type", "The steps are an object with initial and states."));
    return null;
  }
  const before = problems.length;
  problems.push(...unknownIn(machine, path, ["initial", "states"]));
  const { states: written } = machine;
  if (!isObject(written)) {
    const code = written === undefined ? "missing_field" : "wrong_type";
    problems.push(errorAt([...path, "states"], code, "The field states must be an object with a state for each name."));
  }
  const states = isObject(written) ? readStates(written, [...path, "states"], problems) : [];
  const initial = initialOf(machine, path, problems);
  if (hasErrors(problems.slice(before)) || initial === null) return null;
  problems.push(...unreachable(initial, states, [...path, "states"]));
  return { initial, states };
}

function initialOf({ initial, states }: JsonObject, path: Path, problems: DialectProblem[]): string | null {
  const at = [...path, "initial"];
  if (typeof initial !== "string") {
    const code = initial === undefined ? "missing_field" : "wrong_type";
    problems.push(errorAt(at, code, "The field initial must name the first state."));
    return null;
  }
  if (isObject(states) && Object.hasOwn(states, initial)) return initial;
  problems.push(errorAt(at, "unknown_target", `There is no state “${initial.slice(0, 120)}”.`));
  return null;
}

function unreachable(initial: string, states: readonly MachineState[], path: Path): DialectProblem[] {
  const byName = new Map(states.map((state) => [state.name, state]));
  const reached = new Set<string>();
  const open = [initial];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const { to } of byName.get(name)?.exits ?? []) open.push(to);
  }
  return states
    .filter(({ name }) => !reached.has(name))
    .map(({ name }) => warningAt([...path, name], "unreachable", `No step leads to the state “${name}”.`));
}
