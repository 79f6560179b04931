import {
  type CompiledGoal,
  dividesPeople,
  formatDuration,
  GOAL_WINDOW,
  Goal,
  holdoutEdge,
  isDisabled,
  type JourneyDocument,
  type JourneyEdge,
  type JourneyNode,
  type JsonObject,
  type NodeConfigs,
  type NodeType,
  nodeKinds,
  routesAmong,
} from "#journey";
import { entriesOf } from "./entries.ts";
import { formatOf } from "./format.ts";
import { digest } from "./ids.ts";
import { needsOf } from "./needs.ts";
import type { Pins, Program, ProgramExit, ProgramState } from "./program.ts";

/**
 * Compiles a document that has no errors into the program that `advance` runs; the same document always gives the same
 * program.
 */
export function compile(
  document: JourneyDocument,
  ids: { readonly versionId: string; readonly journeyId: string; readonly pins?: Pins },
): Program {
  const outgoing = Map.groupBy(document.edges, (edge) => edge.sourceNodeId);
  const states: Record<string, ProgramState> = {};
  for (const node of document.nodes) states[node.id] = compileState(node.type, node, outgoing.get(node.id) ?? []);
  const body = {
    format: formatOf(document),
    entries: entriesOf(document),
    states,
    settings: document.settings,
    goal: compileGoal(document),
    audienceId: document.audienceId,
    allowAnonymous: document.allowAnonymous,
  };
  const limits: JsonObject = body.goal ?? {};
  const { deadline, exitOnGoal: _exitOnGoal, window, timezone: _timezone, ...meaning } = limits;
  const goalRevision = digest(JSON.stringify(meaning));
  const isLimited = (deadline ?? null) !== null || window !== undefined;
  return {
    ...body,
    versionId: ids.versionId,
    journeyId: ids.journeyId,
    hash: digest(JSON.stringify(body)),
    goalRevision,
    countRevision: isLimited ? digest(JSON.stringify({ ...meaning, deadline, window })) : goalRevision,
    needs: needsOf(document, body.entries),
    ...(ids.pins === undefined ? {} : { pins: ids.pins }),
  };
}

function compileState<Type extends NodeType>(
  type: Type,
  node: JourneyNode,
  outgoing: readonly JourneyEdge[],
): ProgramState<Type> {
  return {
    nodeId: node.id,
    name: node.name,
    type,
    config: configOf(type, pinHoldout(node.config, outgoing)),
    contentId: node.contentId,
    exits: compileExits(node, outgoing),
    ...(isDisabled(node) ? { disabled: true as const } : {}),
  };
}

function configOf<Type extends NodeType>(type: Type, written: JsonObject): NodeConfigs[Type] {
  const parsed = nodeKinds[type].configSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  // Only previews compile unfinished config; an enrollment that reaches such a node fails there.
  return written as NodeConfigs[Type];
}

/** A document may name the holdout by several names; the program stores its edge id. */
function pinHoldout(config: JsonObject, outgoing: readonly JourneyEdge[]): JsonObject {
  const edge = holdoutEdge(config.holdout, outgoing);
  return edge === null ? config : { ...config, holdout: edge.id };
}

/** The exits of the node's outcomes first, in the order of the exits, then the races in the order of the document. */
function compileExits(node: JourneyNode, outgoing: readonly JourneyEdge[]): ProgramExit[] {
  const routes = routesAmong(node, outgoing);
  const shares = splitShares(routes.exits.map((exit) => exit.edge?.weight ?? null));
  const exits = routes.exits.flatMap(({ key, edge }, index) =>
    edge === null ? [] : [toExit(edge, key, dividesPeople(node) ? (shares[index] ?? 0) : 0)],
  );
  return [...exits, ...routes.races.map((edge) => toExit(edge, null, 0))];
}

function toExit(edge: JourneyEdge, branch: string | null, weight: number): ProgramExit {
  return { edgeId: edge.id, edgeName: edge.name, target: edge.targetNodeId, branch, weight, trigger: edge.trigger };
}

function splitShares(weights: readonly (number | null)[]): number[] {
  if (weights.every((weight) => weight === null)) return weights.map(() => 100 / weights.length);
  return weights.map((weight) => weight ?? 0);
}

function compileGoal(document: JourneyDocument): CompiledGoal | null {
  if (document.goalConfig === null) return null;
  const parsed = Goal.safeParse(document.goalConfig);
  if (!parsed.success) return null;
  const { deadline = null, exitOnGoal = true, window, valueProperty } = document.goalConfig;
  const { timezone } = document.settings;
  // The fields are written only if they differ from the default, so that goals compiled before the fields existed keep
  // their hash.
  return {
    ...parsed.data,
    deadline,
    exitOnGoal,
    ...(window === undefined || window === null || formatDuration(window) === GOAL_WINDOW
      ? {}
      : { window: formatDuration(window) }),
    ...(deadline !== null && typeof timezone === "string" ? { timezone } : {}),
    ...(valueProperty ? { valueProperty } : {}),
  };
}
