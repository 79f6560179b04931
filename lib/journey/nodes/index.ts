import type * as z from "zod";
import { type JourneyNode, NODE_TYPES, type NodeType } from "../schema.ts";
import { type ActionConfig, action } from "./action.ts";
import { type ConditionConfig, condition } from "./condition.ts";
import { type ContentConfig, content } from "./content.ts";
import { type DecideConfig, decide } from "./decide.ts";
import { type ExitConfig, exit } from "./exit.ts";
import { type GoalCheckConfig, goalCheck } from "./goal-check.ts";
import type { NodeKind } from "./kind.ts";
import { type LiveDataConfig, liveData } from "./live-data.ts";
import { type SplitConfig, split } from "./split.ts";
import { type TriggerConfig, trigger } from "./trigger.ts";
import { type WaitConfig, wait } from "./wait.ts";
import { type WaitForConditionConfig, waitForCondition } from "./wait-for-condition.ts";
import { type WaitForEventConfig, waitForEvent } from "./wait-for-event.ts";

/** The parsed config of each kind of node. */
export type NodeConfigs = {
  readonly TRIGGER: TriggerConfig;
  readonly CONTENT: ContentConfig;
  readonly ACTION: ActionConfig;
  readonly DECIDE: DecideConfig;
  readonly LIVE_DATA: LiveDataConfig;
  readonly WAIT: WaitConfig;
  readonly WAIT_FOR_EVENT: WaitForEventConfig;
  readonly WAIT_FOR_CONDITION: WaitForConditionConfig;
  readonly CONDITION: ConditionConfig;
  readonly SPLIT: SplitConfig;
  readonly GOAL_CHECK: GoalCheckConfig;
  readonly EXIT: ExitConfig;
};

/** Every kind of node; the compiler reports a kind without an entry. */
export const nodeKinds: { readonly [Type in NodeType]: NodeKind<z.ZodType<NodeConfigs[Type]>> } = {
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

/** What is stored may have a type that another release knows: it has no role here. */
type Typed = { readonly type: string };
const roleOf = ({ type }: Typed) => (isNodeType(type) ? nodeKinds[type].role : null);

/** True for a type of node that this release knows. */
export const isNodeType = (type: string): type is NodeType => Object.hasOwn(nodeKinds, type);

/** True for nodes at which people enter: no edge leads to them. */
export const isEntry = (node: Typed): boolean => roleOf(node) === "entry";

/** The kinds of nodes at which people enter. */
export const ENTRY_TYPES: readonly NodeType[] = NODE_TYPES.filter((type) => isEntry({ type }));

/** True for nodes at which the journey ends: no edge leaves them. */
export const isEnd = (node: Typed): boolean => roleOf(node) === "end";

/** True for nodes that divide people among their edges. */
export const dividesPeople = ({ type }: { readonly type: NodeType }): boolean => nodeKinds[type].dividesPeople;

export { ActionConfig, OPERATION_TYPES, Operation } from "./action.ts";
export { ConditionBranch, ConditionConfig } from "./condition.ts";
export { ContentConfig, DEFAULT_IN_PAGE_TIMEOUT } from "./content.ts";
export {
  CHANNEL_TYPES,
  type ChannelType,
  CONTENT_TYPES,
  type ContentKind,
  type ContentType,
  contentKind,
  contentKinds,
  IN_PAGE_TYPES,
  isInPage,
  isOwnChannel,
  MESSAGE_TYPES,
  OWN_CHANNEL_TYPES,
  type OwnChannelType,
} from "./content-kinds.ts";
export { DecideConfig } from "./decide.ts";
export { ExitConfig } from "./exit.ts";
export { GoalCheckConfig } from "./goal-check.ts";
export type { ConfigIssue, Exit, NodeKind, SetsOff } from "./kind.ts";
export { DEFAULT_LIVE_DATA_TIMEOUT, LiveDataConfig, MOST_ANSWER_BYTES, MOST_CALL_SECONDS } from "./live-data.ts";
export { type NamedByOperation, namedByOperation } from "./operation-names.ts";
export { holdoutEdge, isTenths, SPLIT_MIN_SAMPLE, SPLIT_MIN_SHARE, SplitConfig } from "./split.ts";
export {
  DateStart,
  TRIGGER_TYPES,
  TriggerConfig,
  type TriggerConfigs,
  type TriggerType,
  triggerCauses,
  triggersBy,
} from "./trigger.ts";
export { SendWindow, TimeOfDay, Until, WaitConfig, WEEKDAYS, type Weekday } from "./wait.ts";
export { WaitForConditionConfig } from "./wait-for-condition.ts";
export { WaitForEventConfig } from "./wait-for-event.ts";

/** Whether people pass through a step that is switched off. Entries and ends cannot be. */
export const isDisabled = ({ type, disabled }: Pick<JourneyNode, "type" | "disabled">): boolean =>
  disabled === true && nodeKinds[type].role === "step";
