import { senderMistake } from "#addresses";
import {
  type Catalog,
  contentKind,
  isDisabled,
  type JourneyNode,
  type NodeType,
  nodeKinds,
  type Problem,
} from "#journey";
import { campaignsIn } from "../references.ts";
import { findExpressionProblems } from "./expressions.ts";
import type { Graph } from "./graph.ts";
import { problemsOf } from "./issues.ts";
import { problem, quoted } from "./report.ts";

/** The problems inside the nodes. */
export function findNodeProblems(graph: Graph, catalog: Catalog): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const node of graph.document.nodes) {
    if (names.has(node.name))
      problems.push(
        problem("duplicate_name", `More than one node has the name “${node.name}”.`, { node, field: "name" }),
      );
    names.add(node.name);
    if (node.disabled && !isDisabled(node)) problems.push(notDisabled(node));
    // A disabled step may be unfinished: nobody is affected by it.
    if (isDisabled(node)) continue;
    problems.push(...configProblems(node), ...CHECKS[node.type](node, graph, catalog));
  }
  return problems;
}

function notDisabled(node: JourneyNode): Problem {
  const message = `${quoted(node)} cannot be disabled: people enter or end there. Delete it, or remove “disabled”.`;
  return problem("cannot_disable", message, { node, field: "disabled" });
}

function configProblems(node: JourneyNode): Problem[] {
  const { configSchema, readsEvent: hasEvent } = nodeKinds[node.type];
  const parsed = configSchema.safeParse(node.config);
  const place = { node, field: "config" };
  const wrong = parsed.success ? [] : problemsOf(parsed.error.issues, node.config, place, quoted(node), configSchema);
  return [...wrong, ...findExpressionProblems(node.config, { ...place, hasEvent }, quoted(node))];
}

type Check = (node: JourneyNode, graph: Graph, catalog: Catalog) => Problem[];

/** With `unknownReferences: "warn"` a reference is looked up when it is used, so it may be created later. */
const severityIn = ({ document }: Graph): Problem["severity"] =>
  document.settings.unknownReferences === "warn" ? "warning" : "error";

const nothing: Check = () => [];

/** The checks of each kind of node beyond its config schema; the compiler reports a kind without an entry. */
const CHECKS: Readonly<Record<NodeType, Check>> = {
  TRIGGER: nothing,
  CONTENT: (node, graph, catalog) => [
    ...senderProblems(node),
    ...contentProblems(node, graph, catalog),
    ...surveyProblems(node, graph, catalog),
    ...channelProblems(node, catalog),
    ...resultProblems(node, graph),
  ],
  ACTION: campaignProblems,
  DECIDE: decisionProblems,
  LIVE_DATA: endpointProblems,
  WAIT: nothing,
  WAIT_FOR_EVENT: nothing,
  WAIT_FOR_CONDITION: nothing,
  CONDITION: nothing,
  SPLIT: nothing,
  GOAL_CHECK: goalCheckProblems,
  EXIT: nothing,
};

/** The secret of an endpoint that is not set up would be missing in every call. */
function endpointProblems(node: JourneyNode, graph: Graph, { endpoints = null }: Catalog): Problem[] {
  const { endpoint } = node.config;
  if (typeof endpoint !== "string" || endpoint === "" || endpoints === null || endpoints.has(endpoint)) return [];
  const message = `${quoted(node)}: there is no endpoint “${endpoint}” in the settings of channels.`;
  return [{ ...problem("unknown_endpoint", message, { node, field: "config.endpoint" }), severity: severityIn(graph) }];
}

function campaignProblems(node: JourneyNode, graph: Graph, { campaigns = null }: Catalog): Problem[] {
  if (campaigns === null) return [];
  const unknown = campaignsIn(node.config).filter((name) => !campaigns.has(name));
  return unknown.map((name) => {
    const message = `${quoted(node)}: there is no campaign “${name}” to create one from.`;
    return problem("unknown_campaign", message, { node, field: "config.operations" }, severityIn(graph));
  });
}

function goalCheckProblems(node: JourneyNode, { document }: Graph): Problem[] {
  if (document.goalConfig !== null) return [];
  const message = `${quoted(node)} asks whether the goal is reached, but the journey has no goal.`;
  return [problem("missing_config", message, { node, field: "config" })];
}

function decisionProblems(node: JourneyNode, _graph: Graph, catalog: Catalog): Problem[] {
  const { decisionFlowId } = node.config;
  const known = catalog.decisionFlows ?? null;
  if (known === null || (typeof decisionFlowId !== "string" && typeof decisionFlowId !== "number")) return [];
  if (decisionFlowId === "" || known.has(String(decisionFlowId))) return [];
  const message = `${quoted(node)} uses decision flow “${decisionFlowId}”, which does not exist.`;
  return [problem("unknown_decision_flow", message, { node, field: "config.decisionFlowId" })];
}

/** A message that shows an offer names the result of a DECIDE step, by its name or by the name of the step. */
function resultProblems(node: JourneyNode, { document }: Graph): Problem[] {
  const { resultSource } = node.config;
  if (typeof resultSource !== "string" || resultSource === "") return [];
  const names = document.nodes
    .filter(({ type }) => nodeKinds[type].decides)
    .flatMap(({ name, config }) => [name, config.storeResultAs]);
  if (names.includes(resultSource)) return [];
  const message = `${quoted(node)}: no step of this journey stores a decision as “${resultSource}”.`;
  return [problem("bad_config", message, { node, field: "config.resultSource" })];
}

/**
 * Checked apart from the config's schema: a version published with such a sender continues to run, and its e-mails wait
 * for another sender.
 */
function senderProblems(node: JourneyNode): Problem[] {
  const { contentType, fromIdentityEmail } = node.config;
  if (contentType !== "email" || typeof fromIdentityEmail !== "string" || fromIdentityEmail.trim() === "") return [];
  const mistake = senderMistake(fromIdentityEmail);
  if (mistake === null) return [];
  return [
    problem("bad_sender", `${quoted(node)}: the sender ${mistake}.`, { node, field: "config.fromIdentityEmail" }),
  ];
}

/** A channel that is not set up stores its messages; only one that was removed or switched off sends none. */
function channelProblems(node: JourneyNode, { channels = null, ownChannels = null }: Catalog): Problem[] {
  const kind = contentKind(node.config.contentType);
  const { channelId } = node.config;
  const named = typeof channelId === "string" || typeof channelId === "number" ? String(channelId) : "";
  // Webhooks need no channel, and so none is set up for them.
  if (named !== "" && named !== "ch_webhook" && ownChannels !== null && kind !== null) {
    const own = ownChannels.get(named);
    const place = { node, field: "config.channelId" };
    if (own === undefined)
      return [problem("unknown_channel", `${quoted(node)}: there is no channel ${named} in this workspace.`, place)];
    if (!own.isOn) return [problem("no_channel", `${quoted(node)}: the channel ${named} is switched off.`, place)];
    if (own.kind !== kind.channel)
      return [problem("bad_config", `${quoted(node)}: the channel ${named} is for ${own.kind}, not for this.`, place)];
  }
  if (channels === null || kind === null || channels.has(kind.channel)) return [];
  const message = `${quoted(node)}: the workspace has no channel for this, or it is switched off.`;
  return [problem("no_channel", message, { node, field: "config.contentType" })];
}

/** The survey whose link the message has. */
function surveyProblems(node: JourneyNode, graph: Graph, { content }: Catalog): Problem[] {
  const { surveySlug } = node.config;
  if (typeof surveySlug !== "string" || surveySlug.trim() === "" || content === null) return [];
  const found = content?.get(surveySlug.trim());
  if (found?.type === "survey") return [];
  const said = found === undefined ? "which does not exist" : `which is of type ${found.type}`;
  const place = { node, field: "config.surveySlug" };
  return [
    problem("unknown_survey", `${quoted(node)} names the survey “${surveySlug}”, ${said}.`, place, severityIn(graph)),
  ];
}

function contentProblems(node: JourneyNode, graph: Graph, catalog: Catalog): Problem[] {
  const place = { node, field: "contentId" };
  const showsOffer = typeof node.config.resultSource === "string" && node.config.resultSource !== "";
  if (node.contentId === null || node.contentId === "")
    return showsOffer ? [] : [problem("missing_config", `${quoted(node)} has no content yet.`, place)];
  const known = catalog.content?.get(node.contentId);
  if (catalog.content === null) return [];
  if (known === undefined) {
    const message = `${quoted(node)} uses content “${node.contentId}”, which does not exist.`;
    return [problem("unknown_content", message, place, severityIn(graph))];
  }
  if (known.type === node.config.contentType || typeof node.config.contentType !== "string") return [];
  return [
    problem(
      "bad_config",
      `${quoted(node)} is set to ${node.config.contentType}, but its content is of type ${known.type}.`,
      place,
    ),
  ];
}
