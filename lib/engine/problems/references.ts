import {
  type Catalog,
  eventName,
  isDisabled,
  type JourneyEdge,
  type JourneyNode,
  nodeKinds,
  objectsIn,
  type Problem,
} from "#journey";
import type { Graph } from "./graph.ts";
import { type Place, problem, quoted } from "./report.ts";

/** Events that were never received, and segments and journeys that do not exist: often a typing mistake, so a warning. */
export function findReferenceProblems({ document }: Graph, catalog: Catalog): Problem[] {
  const problems: Problem[] = [];
  const look = (value: unknown, place: Place & { readonly field: string }, subject: string) => {
    for (const name of namesIn(value, "event")) problems.push(...unknownEvent(name, catalog, place, subject));
    for (const name of namesIn(value, "segment")) problems.push(...unknownSegment(name, catalog, place, subject));
  };
  const active = document.nodes.filter((node) => !isDisabled(node));
  for (const node of active) look(node.config, { node, field: "config" }, quoted(node));
  for (const node of active) problems.push(...unknownJourneys(node, catalog));
  for (const edge of document.edges)
    look(edge.trigger, { node: sourceOf(document.nodes, edge), edge, field: "trigger" }, `The edge “${edge.name}”`);
  look(document.goalConfig?.config, { field: "goalConfig.config" }, "The goal");
  look(document.settings.exitConditions, { field: "settings.exitConditions" }, "An exit condition");
  look(document.settings.entryConditions, { field: "settings.entryConditions" }, "An entry condition");
  if (document.audienceId !== null)
    problems.push(...unknownSegment(document.audienceId, catalog, { field: "audienceId" }, "The audience"));
  return problems;
}

function sourceOf(nodes: readonly JourneyNode[], edge: JourneyEdge): JourneyNode | undefined {
  return nodes.find((node) => node.id === edge.sourceNodeId);
}

function unknownEvent(name: string, catalog: Catalog, place: Place, subject: string): Problem[] {
  const full = eventName(name);
  if (catalog.events === null || !full.startsWith("app.") || catalog.events.has(full)) return [];
  return [problem("unknown_event", `${subject}: no event “${name}” has been seen so far.`, place)];
}

function unknownSegment(name: string, catalog: Catalog, place: Place, subject: string): Problem[] {
  if (catalog.segments === null || catalog.segments.has(name)) return [];
  const created = /^(\d+|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(name) ? "" : " Publishing creates it, empty.";
  return [problem("unknown_segment", `${subject}: there is no segment “${name}”.${created}`, place)];
}

/** People who are sent to an unknown journey are not enrolled anywhere, and no other check reports it. */
function unknownJourneys(node: JourneyNode, catalog: Catalog): Problem[] {
  const known = catalog.journeys ?? null;
  if (known === null) return [];
  return nodeKinds[node.type].setsOff(node.config).flatMap(({ what, name, field }) => {
    if (what !== "enroll" || known.has(name)) return [];
    const place = { node, field: `config.${field}` };
    return [problem("unknown_journey", `${quoted(node)}: there is no journey “${name}”.`, place)];
  });
}

/** Names at any depth: `eventName` and `event`, or `segment` and `segments`. */
function namesIn(value: unknown, kind: "event" | "segment"): Set<string> {
  const names = new Set<string>();
  for (const { object } of objectsIn(value)) {
    const { eventName: name, event, segment, segments } = object;
    const written = kind === "event" ? [name, event] : [segment, ...(Array.isArray(segments) ? segments : [])];
    for (const one of written)
      if ((typeof one === "string" || typeof one === "number") && one !== "") names.add(String(one));
  }
  return names;
}
