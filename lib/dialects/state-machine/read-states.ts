import type { JsonObject } from "#journey";
import { isObject } from "#values";
import type { DialectProblem } from "../dialect.ts";
import { errorAt, warningAt } from "../problems.ts";
import { type Doing, Meta, type Step, steps } from "./steps/index.ts";

type Path = readonly PropertyKey[];

/** One state: what it does, and its targets by the exit of the node. */
export type MachineState = {
  readonly name: string;
  /** null = the final state. */
  readonly doing: Doing | null;
  readonly exits: readonly { readonly branch: string; readonly to: string }[];
};

const LONGEST_NAME = 120;
const MOST_STATES = 4_000;

/** The states of a machine in their order; what is wrong with them is added to `problems`. */
export function readStates(states: JsonObject, path: Path, problems: DialectProblem[]): MachineState[] {
  const names = Object.keys(states);
  if (names.length > MOST_STATES) {
    problems.push(errorAt(path, "too_large", `A journey has ${MOST_STATES} states at most.`));
    return [];
  }
  const read = names.flatMap((name) => {
    const state = new StateReader(name, states, [...path, name], problems).read();
    return state === null ? [] : [state];
  });
  const isFinal = (state: unknown) => isObject(state) && state.type === "final";
  if (!Object.values(states).some(isFinal))
    problems.push(errorAt(path, "no_final_state", 'A final state is missing: one with "type": "final" and no meta.'));
  return read;
}

class StateReader {
  readonly #name: string;
  readonly #states: JsonObject;
  readonly #path: Path;
  readonly #problems: DialectProblem[];

  constructor(name: string, states: JsonObject, path: Path, problems: DialectProblem[]) {
    this.#name = name;
    this.#states = states;
    this.#path = path;
    this.#problems = problems;
  }

  read(): MachineState | null {
    const state = this.#states[this.#name];
    if (this.#name.trim() === "" || this.#name.length > LONGEST_NAME)
      this.#fault([], "wrong_value", `The name of a state has 1 to ${LONGEST_NAME} characters.`);
    if (!isObject(state)) return this.#fault([], "wrong_type", `The state ${this.#name} must be an object.`);
    for (const key of Object.keys(state))
      if (!["type", "meta", "on"].includes(key))
        this.#problems.push(warningAt([...this.#path, key], "unknown_field", `The field ${key} is not known here.`));
    return state.type === undefined ? this.#readStep(state) : this.#readFinal(state);
  }

  #readFinal({ type, meta, on }: JsonObject): MachineState | null {
    if (type !== "final")
      return this.#fault(["type"], "unknown_type", "A state has the type final, or none and a meta object.");
    if (meta !== undefined) this.#fault(["meta"], "wrong_value", "A final state has no meta.");
    if (on !== undefined) this.#fault(["on"], "wrong_transition", "A final state has no transitions.");
    return { name: this.#name, doing: null, exits: [] };
  }

  #readStep({ meta, on }: JsonObject): MachineState | null {
    const step = this.#stepOf(meta);
    const exits = this.#exitsOf(on, step);
    if (step === null || !isObject(meta)) return null;
    for (const key of Object.keys(meta))
      if (key !== "type" && !step.fields.includes(key))
        this.#fault(["meta", key], "unknown_field", `A step ${meta.type} has no field ${key}.`);
    const doing = step.read(new Meta(meta, [...this.#path, "meta"], this.#problems));
    return doing && { name: this.#name, doing, exits };
  }

  #stepOf(meta: unknown): Step | null {
    if (meta === undefined) return this.#fault(["meta"], "missing_field", "The field meta is missing.");
    if (!isObject(meta)) return this.#fault(["meta"], "wrong_type", "The field meta must be an object.");
    const { type } = meta;
    if (type === undefined) return this.#fault(["meta", "type"], "missing_field", "The field type is missing.");
    const known = typeof type === "string" && Object.hasOwn(steps, type) ? steps[type] : undefined;
    const all = Object.keys(steps).join(", ");
    return known ?? this.#fault(["meta", "type"], "unknown_type", `The type must be one of ${all}.`);
  }

  /** Without a known step, only the targets are checked. */
  #exitsOf(on: unknown, step: Step | null): MachineState["exits"] {
    const wanted = step === null ? [] : Object.keys(step.on);
    const list = wanted.join(" and ");
    if (on === undefined) {
      this.#fault(["on"], "missing_field", `The field on is missing${list === "" ? "" : `: it handles ${list}`}.`);
      return [];
    }
    if (!isObject(on)) {
      this.#fault(["on"], "wrong_type", "The field on must be an object.");
      return [];
    }
    for (const event of wanted)
      if (!Object.hasOwn(on, event)) this.#fault(["on", event], "missing_field", `The transition ${event} is missing.`);
    return Object.entries(on).flatMap(([event, to]) => {
      const branch = step === null ? event : step.on[event];
      if (branch === undefined) this.#fault(["on", event], "wrong_transition", `This step has ${list}, not ${event}.`);
      return this.#isTarget(event, to) && branch !== undefined ? [{ branch, to }] : [];
    });
  }

  #isTarget(event: string, to: unknown): to is string {
    if (typeof to !== "string") this.#fault(["on", event], "wrong_type", `${event} must name a state.`);
    else if (!Object.hasOwn(this.#states, to))
      this.#fault(["on", event], "unknown_target", `There is no state “${to.slice(0, LONGEST_NAME)}”.`);
    else return true;
    return false;
  }

  #fault(field: Path, code: DialectProblem["code"], message: string): null {
    this.#problems.push(errorAt([...this.#path, ...field], code, message));
    return null;
  }
}
