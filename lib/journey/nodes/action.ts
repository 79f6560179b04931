import * as z from "zod";
import { withRules } from "../with-rules.ts";
import { NEXT, type NodeKind, PASSES } from "./kind.ts";
import { setOffBy } from "./sets-off.ts";

const Key = z.string().min(1).max(255);
const Reference = z.union([z.string().min(1).max(255), z.number()]);
const tagName = Key;

/** One operation of an ACTION: a change of the person, or an effect for them. `expression` computes the value in CEL. */
export const Operation = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none") }),
  z.object({ type: z.literal("tag_user"), tagName }),
  z.object({ type: z.literal("untag_user"), tagName }),
  z.object({ type: z.literal("advance_stage"), stageName: Key }),
  withRules(
    z.object({
      type: z.literal("set_attribute"),
      attribute: Key,
      value: z.unknown().optional(),
      expression: z.string().min(1).optional(),
    }),
    {
      holds: ({ value, expression }) => value !== undefined || expression !== undefined,
      error: "needs a value or an expression",
      field: "value",
    },
  ),
  z.object({ type: z.literal("unset_attribute"), attribute: Key }),
  z.object({ type: z.literal("add_segment"), segment: Reference }),
  z.object({ type: z.literal("remove_segment"), segment: Reference }),
  z.object({ type: z.literal("emit_event"), eventName: Key, properties: z.record(z.string(), z.unknown()).optional() }),
  z.object({ type: z.literal("enroll"), journey: Reference, properties: z.record(z.string(), z.unknown()).optional() }),
  z.object({ type: z.literal("create_campaign"), campaign: Reference }),
  z.object({ type: z.literal("set_flag"), flag: Key, value: z.unknown().default(true) }),
]);
export type Operation = z.infer<typeof Operation>;
export const OPERATION_TYPES = Operation.options.map((option) => option.shape.type.value);

/** Config of ACTION: operations that run in order when a person enters the node. */
export const ActionConfig = z.object({ operations: z.array(Operation).min(1).max(50) });
export type ActionConfig = z.infer<typeof ActionConfig>;

export const action: NodeKind<typeof ActionConfig> = {
  ...PASSES,
  type: "ACTION",
  configSchema: ActionConfig,
  readsPerson: () => true,
  changesPeople: true,
  defaults: () => ({ operations: [] }),
  exits: () => NEXT,
  setsOff: setOffBy,
  summary(config) {
    const operations = Array.isArray(config.operations) ? config.operations : [];
    if (operations.length === 0) return "Choose what to change";
    const first = describe(operations[0]);
    return operations.length === 1 ? first : `${first}, and ${operations.length - 1} more`;
  },
};

function describe(input: unknown): string {
  const parsed = Operation.safeParse(input);
  if (!parsed.success) return "Unfinished operation";
  const operation = parsed.data;
  switch (operation.type) {
    case "none":
      return "Do nothing";
    case "tag_user":
      return `Add tag ${operation.tagName}`;
    case "untag_user":
      return `Remove tag ${operation.tagName}`;
    case "advance_stage":
      return `Move to stage ${operation.stageName}`;
    case "set_attribute":
      return `Set ${operation.attribute}`;
    case "unset_attribute":
      return `Clear ${operation.attribute}`;
    case "add_segment":
      return `Add to segment ${operation.segment}`;
    case "remove_segment":
      return `Remove from segment ${operation.segment}`;
    case "emit_event":
      return `Send event ${operation.eventName}`;
    case "enroll":
      return `Enroll in ${operation.journey}`;
    case "create_campaign":
      return `Create campaign ${operation.campaign}`;
    case "set_flag":
      return `Set flag ${operation.flag}`;
  }
}
