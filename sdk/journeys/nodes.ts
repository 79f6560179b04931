import type { ContentName } from "./names.ts";
import type {
  ActionConfig,
  ConditionConfig,
  ContentConfig,
  DecideConfig,
  ExitConfig,
  GoalCheckConfig,
  LiveDataConfig,
  SplitConfig,
  TriggerConfig,
  WaitConfig,
  WaitForConditionConfig,
  WaitForEventConfig,
} from "./types/configs.ts";

/** A node of a journey, as its file says it. */
export type Node<Name extends string = string> = {
  readonly name: Name;
  readonly type: string;
  readonly config?: object;
  readonly content?: string | null;
  readonly position?: { readonly x: number; readonly y: number };
};

/** The message of a node by its key, and where the node stands on the canvas; without a place it is laid out. */
export type Place = {
  readonly content?: ContentName | null;
  readonly at?: readonly [x: number, y: number];
};

function make<Name extends string>(type: string, name: Name, config: object, { content, at }: Place): Node<Name> {
  return {
    ...{ name, type, config },
    ...(content === undefined ? {} : { content }),
    ...(at === undefined ? {} : { position: { x: at[0], y: at[1] } }),
  };
}

type Step<Config extends object> = <const Name extends string>(name: Name, config: Config, place?: Place) => Node<Name>;
type PlainStep<Config extends object> = <const Name extends string>(
  name: Name,
  config?: Config,
  place?: Place,
) => Node<Name>;

const step =
  <Config extends object>(type: string): Step<Config> =>
  (name, config, place = {}) =>
    make(type, name, config, place);
const plainStep =
  <Config extends object>(type: string): PlainStep<Config> =>
  (name, config, place = {}) =>
    make(type, name, config ?? {}, place);

/** Where people enter. */
export const trigger = step<TriggerConfig>("TRIGGER");
/** Sends a message, or shows content in a page. */
export const content = step<ContentConfig>("CONTENT");
/** Changes the person, or sets something off. */
export const action = step<ActionConfig>("ACTION");
/** Asks a decision flow for offers. */
export const decide = step<DecideConfig>("DECIDE");
/** Asks an HTTP address, and keeps the answer. */
export const liveData = step<LiveDataConfig>("LIVE_DATA");
export const wait = step<WaitConfig>("WAIT");
export const waitForEvent = step<WaitForEventConfig>("WAIT_FOR_EVENT");
export const waitForCondition = step<WaitForConditionConfig>("WAIT_FOR_CONDITION");
export const condition = step<ConditionConfig>("CONDITION");
/** Divides people among its edges by their weights. */
export const split = step<SplitConfig>("SPLIT");
export const goalCheck = plainStep<GoalCheckConfig>("GOAL_CHECK");
/** Where the journey ends. */
export const exit = plainStep<ExitConfig>("EXIT");

/** A node as it is written in a file: unfinished, or with fields that this version does not know. */
export const anyNode = <const Name extends string>(node: Node<Name> & Readonly<Record<string, unknown>>): Node<Name> =>
  node;
