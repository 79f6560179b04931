import type { NodeType } from "#journey";
import type { Behaviour } from "../model.ts";
import { action } from "./action.ts";
import { content } from "./content.ts";
import { decide } from "./decide.ts";
import { liveData } from "./live-data.ts";
import { condition, exit, goalCheck, trigger } from "./passing.ts";
import { split } from "./split.ts";
import { wait } from "./wait.ts";
import { waitForCondition } from "./wait-for-condition.ts";
import { waitForEvent } from "./wait-for-event.ts";

/** The behaviour of every kind of node; the compiler reports a kind without an entry. */
export const behaviours: { readonly [Type in NodeType]: Behaviour<Type> } = {
  TRIGGER: trigger,
  CONTENT: content,
  ACTION: action,
  DECIDE: decide,
  LIVE_DATA: liveData,
  WAIT: wait,
  WAIT_FOR_EVENT: waitForEvent,
  WAIT_FOR_CONDITION: waitForCondition,
  CONDITION: condition,
  SPLIT: split,
  GOAL_CHECK: goalCheck,
  EXIT: exit,
};
