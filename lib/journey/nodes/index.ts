import type { NodeType } from "../schema.ts";
import { action } from "./action.ts";
import { condition } from "./condition.ts";
import { content } from "./content.ts";
import { decide } from "./decide.ts";
import { exit } from "./exit.ts";
import { goalCheck } from "./goal-check.ts";
import type { NodeKind } from "./kind.ts";
import { split } from "./split.ts";
import { trigger } from "./trigger.ts";
import { wait } from "./wait.ts";
import { waitForCondition } from "./wait-for-condition.ts";
import { waitForEvent } from "./wait-for-event.ts";

/** Every kind of node; the compiler names a type that has no entry. */
export const nodeKinds: Readonly<Record<NodeType, NodeKind>> = {
  TRIGGER: trigger,
  CONTENT: content,
  ACTION: action,
  DECIDE: decide,
  WAIT: wait,
  WAIT_FOR_EVENT: waitForEvent,
  WAIT_FOR_CONDITION: waitForCondition,
  CONDITION: condition,
  SPLIT: split,
  GOAL_CHECK: goalCheck,
  EXIT: exit,
};

export { ActionConfig, OPERATION_TYPES, Operation } from "./action.ts";
export { ConditionBranch, ConditionConfig } from "./condition.ts";
export {
  CONTENT_TYPES,
  ContentConfig,
  type ContentType,
  DEFAULT_IN_PAGE_TIMEOUT,
  IN_PAGE_TYPES,
  isInPage,
  MESSAGE_TYPES,
  OFFERED_CONTENT_TYPES,
} from "./content.ts";
export { DecideConfig } from "./decide.ts";
export { ExitConfig } from "./exit.ts";
export { GoalCheckConfig } from "./goal-check.ts";
export type { ConfigIssue, Exit, NodeKind } from "./kind.ts";
export { holdoutEdge, isTenths, SPLIT_MIN_SAMPLE, SPLIT_MIN_SHARE, SplitConfig } from "./split.ts";
export { DateStart, TRIGGER_TYPES, TriggerConfig, type TriggerType } from "./trigger.ts";
export { SendWindow, TimeOfDay, Until, WaitConfig, WEEKDAYS, type Weekday } from "./wait.ts";
export { WaitForConditionConfig } from "./wait-for-condition.ts";
export { WaitForEventConfig } from "./wait-for-event.ts";
