import type { NodeType } from "#journey";
import { action } from "./action.tsx";
import { condition } from "./condition.tsx";
import { content } from "./content.tsx";
import { decide } from "./decide.tsx";
import { exit } from "./exit.tsx";
import { goalCheck } from "./goal-check.tsx";
import type { StepKind } from "./kind.ts";
import { liveData } from "./live-data.tsx";
import { split } from "./split.tsx";
import { trigger } from "./trigger.tsx";
import { wait } from "./wait.tsx";
import { waitForCondition } from "./wait-for-condition.tsx";
import { waitForEvent } from "./wait-for-event.tsx";

/** Every kind of step as the editor shows it; a missing entry is a compile error. */
export const stepKinds: Readonly<Record<NodeType, StepKind>> = {
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
