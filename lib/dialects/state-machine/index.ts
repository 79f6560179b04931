import { isObject } from "#values";
import type { Dialect } from "../dialect.ts";
import { read } from "./read.ts";
import { type StateMachine, StateMachineJourney } from "./schema.ts";
import { write } from "./write.ts";

export { MachineConfig, type StateMachine, TRIGGER_EVENTS, type TriggerEvent } from "./schema.ts";

const OWN_KEYS = ["machine_config", "machineConfig", "trigger_event", "triggerEvent", "node.journey_definition"];

/** The state machines of the places API: an event that starts them, and states with `meta` and `on`. */
export const stateMachine: Dialect<StateMachine> = {
  key: "state-machine",
  title: "State machine (places API)",
  schema: StateMachineJourney,
  recognizes: (foreign) => isObject(foreign) && OWN_KEYS.some((key) => Object.hasOwn(foreign, key)),
  read,
  write,
};
