import type { NodeType } from "#journey";
import type { StepKind } from "./kind.ts";
import { action } from "./kinds/action.ts";
import { condition } from "./kinds/condition.ts";
import { content } from "./kinds/content.ts";
import { decide } from "./kinds/decide.ts";
import { exit } from "./kinds/exit.ts";
import { goalCheck } from "./kinds/goal-check.ts";
import { liveData } from "./kinds/live-data.ts";
import { split } from "./kinds/split.ts";
import { trigger } from "./kinds/trigger.ts";
import { wait } from "./kinds/wait.ts";
import { waitForCondition } from "./kinds/wait-for-condition.ts";
import { waitForEvent } from "./kinds/wait-for-event.ts";

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
