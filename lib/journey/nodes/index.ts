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

/** People come in at nodes of this kind: no edge leads to them. */
export const isEntry = ({ type }: { readonly type: NodeType }): boolean => nodeKinds[type].role === "entry";

/** The journey ends at nodes of this kind: no edge leaves them. */
export const isEnd = ({ type }: { readonly type: NodeType }): boolean => nodeKinds[type].role === "end";

/** Nodes of this kind divide people among the edges that are drawn. */
export const dividesPeople = ({ type }: { readonly type: NodeType }): boolean => nodeKinds[type].dividesPeople;

export { ActionConfig, OPERATION_TYPES, Operation } from "./action.ts";
export { ConditionBranch, ConditionConfig } from "./condition.ts";
export { ContentConfig, DEFAULT_IN_PAGE_TIMEOUT } from "./content.ts";
export {
  CONTENT_TYPES,
  type ContentKind,
  type ContentType,
  contentKind,
  contentKinds,
  IN_PAGE_TYPES,
  isInPage,
  MESSAGE_TYPES,
  OFFERED_CONTENT_TYPES,
} from "./content-kinds.ts";
export { DecideConfig } from "./decide.ts";
export { ExitConfig } from "./exit.ts";
export { GoalCheckConfig } from "./goal-check.ts";
export type { ConfigIssue, Exit, NodeKind, SetsOff } from "./kind.ts";
export { holdoutEdge, isTenths, SPLIT_MIN_SAMPLE, SPLIT_MIN_SHARE, SplitConfig } from "./split.ts";
export { DateStart, TRIGGER_TYPES, TriggerConfig, type TriggerType } from "./trigger.ts";
export { SendWindow, TimeOfDay, Until, WaitConfig, WEEKDAYS, type Weekday } from "./wait.ts";
export { WaitForConditionConfig } from "./wait-for-condition.ts";
export { WaitForEventConfig } from "./wait-for-event.ts";
