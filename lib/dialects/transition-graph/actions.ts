import { ActionConfig, type JourneyNode, type JsonObject, type Operation } from "#journey";
import { type Losses, quoted } from "../losses.ts";
import type { Action } from "./schema.ts";

/** A node of the document without its name. */
type Made = Pick<JourneyNode, "type" | "config" | "contentId">;

/** The node that does an action. `before` is the node of that name: what the format cannot say of it stays. */
export function nodeFor(action: Action, before: JourneyNode | undefined): Made {
  if (action.type !== "send_email") return { type: "ACTION", config: { operations: [action] }, contentId: null };
  const { templateSlug, surveySlug, fromIdentityEmail, variables } = action;
  const kept = before?.type === "CONTENT" && before.config.contentType === "email" ? unsaidOf(before.config) : {};
  return {
    type: "CONTENT",
    config: {
      contentType: "email",
      ...kept,
      ...(variables ? { variables } : {}),
      ...(fromIdentityEmail ? { fromIdentityEmail } : {}),
      ...(surveySlug ? { surveySlug } : {}),
    },
    contentId: String(templateSlug),
  };
}

const SAID = ["contentType", "variables", "fromIdentityEmail", "surveySlug"];

function unsaidOf(config: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !SAID.includes(key)));
}

/** The action of a node. What the format cannot say is written as `none` and reported. */
export function actionOf(node: JourneyNode, losses: Losses): Action {
  if (node.type === "CONTENT" && node.config.contentType === "email") return emailOf(node, losses);
  if (node.type === "ACTION") return operationOf(node, losses);
  if (node.type !== "EXIT") losses.ofNode(node, "type", UNSAID[node.type]?.(node) ?? unknownStep(node));
  return { type: "none" };
}

function emailOf(node: JourneyNode, losses: Losses): Action {
  const { variables, fromIdentityEmail, surveySlug } = node.config;
  losses.ofConfig(node, SAID);
  if (node.contentId === null) {
    losses.ofNode(
      node,
      "contentId",
      `${quoted(node)} has no content yet, so it is written as a node that does nothing.`,
    );
    return { type: "none" };
  }
  return {
    type: "send_email",
    templateSlug: node.contentId,
    ...(typeof surveySlug === "string" && surveySlug !== "" ? { surveySlug } : {}),
    ...(typeof fromIdentityEmail === "string" && fromIdentityEmail !== "" ? { fromIdentityEmail } : {}),
    ...(typeof variables === "object" && variables !== null ? { variables: { ...variables } } : {}),
  };
}

/** The format has one operation per node: the first that it knows is written, the others are reported. */
function operationOf(node: JourneyNode, losses: Losses): Action {
  const parsed = ActionConfig.safeParse(node.config);
  const written: unknown = node.config.operations;
  losses.ofConfig(node, ["operations"]);
  if (!parsed.success || !Array.isArray(written)) {
    losses.ofNode(
      node,
      "config.operations",
      `${quoted(node)} is not finished, so it is written as a node that does nothing.`,
    );
    return { type: "none" };
  }
  const { operations } = parsed.data;
  const first = operations.findIndex((operation) => said(operation) !== null);
  for (const [index, { type }] of operations.entries())
    if (index !== first)
      losses.ofNode(
        node,
        `config.operations.${index}`,
        `${quoted(node)} also does ${type}, which has no place in the format.`,
      );
  const action = first < 0 ? null : said(operations[first]);
  return action ?? { type: "none" };
}

function said(operation: Operation | undefined): Action | null {
  switch (operation?.type) {
    case "none":
      return { type: "none" };
    case "tag_user":
      return { type: "tag_user", tagName: operation.tagName };
    case "advance_stage":
      return { type: "advance_stage", stageName: operation.stageName };
    default:
      return null;
  }
}

const asTimer = (node: JourneyNode) => `${quoted(node)} is written as a node that does nothing, followed by a timer.`;

const UNSAID: Partial<Record<JourneyNode["type"], (node: JourneyNode) => string>> = {
  WAIT: asTimer,
  WAIT_FOR_EVENT: (node) => `${quoted(node)} is written as a node that does nothing, followed by an event.`,
};

function unknownStep(node: JourneyNode): string {
  const kind = node.type === "CONTENT" ? `CONTENT of type ${String(node.config.contentType)}` : node.type;
  return `The format has no ${kind}; ${quoted(node)} is written as a node that does nothing.`;
}
