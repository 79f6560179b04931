import type { JourneyNode } from "#journey";
import { type Losses, quoted } from "../../losses.ts";
import type { Step } from "../schema.ts";
import { branch } from "./branch.ts";
import { decide } from "./decide.ts";
import type { ContentTypeOf, ReadStep, StepKind, StepType, Targets, WrittenStep } from "./kind.ts";
import { send } from "./send.ts";
import { update } from "./update.ts";
import { NO_WAIT, wait } from "./wait.ts";

/** Every type of step; the compiler reports a type without an entry. */
const stepKinds: { readonly [Type in StepType]: StepKind<Type> } = { wait, decide, branch, send, update };

/** The node that a step becomes. */
export function readStep(step: Step, before: JourneyNode | undefined, contentTypeOf?: ContentTypeOf): ReadStep {
  // The config is that of the step's own type, which the compiler cannot follow through the record.
  return stepKinds[step.type].read(step.config as never, before, contentTypeOf);
}

/** The step of a node. A node that the format does not have becomes a step that does nothing, which is reported. */
export function writeStep(node: JourneyNode, losses: Losses, targets: Targets): WrittenStep {
  const kind = Object.values(stepKinds).find(({ writes }) => writes(node));
  if (kind !== undefined) return kind.write(node, losses, targets);
  losses.ofNode(
    node,
    "type",
    `The format has no ${node.type}, or ${quoted(node)} is not finished; it is written as a step that does nothing.`,
  );
  return NO_WAIT;
}

export { keysOf } from "./branch.ts";
export type { ContentTypeOf } from "./kind.ts";
