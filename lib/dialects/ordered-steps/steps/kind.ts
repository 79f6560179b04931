import type { JourneyNode, JsonObject, NodeType } from "#journey";
import type { ReadContext } from "../../dialect.ts";
import type { Losses } from "../../losses.ts";
import type { Step } from "../schema.ts";

export type StepType = Step["type"];
export type StepConfig<Type extends StepType> = Extract<Step, { type: Type }>["config"];

/** What a step becomes, without its name. */
export type ReadStep = { readonly type: NodeType; readonly config: JsonObject; readonly contentId?: string | null };

export type ContentTypeOf = NonNullable<ReadContext["contentTypeOf"]>;

/** Where the edges of a node lead, by exit; null = the journey ends. */
export type Targets = ReadonlyMap<string, string | null>;

/** A step without its id and its place. */
export type WrittenStep = { [Type in StepType]: { readonly type: Type; readonly config: StepConfig<Type> } }[StepType];

/** How steps of one type are read and written. */
export type StepKind<Type extends StepType> = {
  /** `before` is the node of that name: what the format cannot say of it stays. */
  readonly read: (
    config: StepConfig<Type>,
    before: JourneyNode | undefined,
    contentTypeOf: ContentTypeOf | undefined,
  ) => ReadStep;
  /** Whether a node can be written as a step of this type. */
  readonly writes: (node: JourneyNode) => boolean;
  /** What the format cannot say is reported. */
  readonly write: (node: JourneyNode, losses: Losses, targets: Targets) => WrittenStep;
};
