import { ActionConfig, type JourneyNode, Operation } from "#journey";
import { type Losses, quoted } from "../../losses.ts";
import type { UpdateOperation } from "../schema.ts";
import type { StepKind } from "./kind.ts";

export const update: StepKind<"update"> = {
  read: ({ operations }) => ({ type: "ACTION", config: { operations: operations.map(operationOf) } }),
  writes: ({ type }) => type === "ACTION",
  write(node, losses) {
    losses.ofConfig(node, ["operations"]);
    const written: unknown = node.config.operations;
    if (!ActionConfig.shape.operations.safeParse(written).success && Array.isArray(written) && written.length > 0)
      losses.ofNode(node, "config.operations", `${quoted(node)} is not finished.`);
    const operations = (Array.isArray(written) ? written : []).flatMap((operation: unknown, index) =>
      writtenOf(operation, node, index, losses),
    );
    return { type: "update", config: { operations } };
  },
};

function operationOf(operation: UpdateOperation): Record<string, unknown> {
  if (operation.type === "add_segment" || operation.type === "remove_segment") return { ...operation };
  const { key, ...others } = operation;
  return operation.type === "set_flag" ? { ...others, flag: key } : { ...others, attribute: key };
}

function writtenOf(written: unknown, node: JourneyNode, index: number, losses: Losses): UpdateOperation[] {
  const parsed = Operation.safeParse(written);
  if (!parsed.success) return [];
  const operation = parsed.data;
  const isGiven = typeof written === "object" && written !== null && "value" in written;
  switch (operation.type) {
    case "set_attribute": {
      const { attribute, value, expression } = operation;
      const given = { ...(isGiven ? { value } : {}), ...(expression === undefined ? {} : { expression }) };
      return [{ type: "set_attribute", key: attribute, ...given }];
    }
    case "unset_attribute":
      return [{ type: "unset_attribute", key: operation.attribute }];
    case "set_flag":
      return [{ type: "set_flag", key: operation.flag, ...(isGiven ? { value: operation.value } : {}) }];
    case "add_segment":
    case "remove_segment":
      return [{ type: operation.type, segment: operation.segment }];
    default:
      losses.ofNode(
        node,
        `config.operations.${index}`,
        `The format has no ${operation.type}, so ${quoted(node)} is written without it.`,
      );
      return [];
  }
}
