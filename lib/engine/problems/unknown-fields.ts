import {
  EntryParts,
  Goal,
  GoalConfig,
  isInParts,
  type JourneyDocument,
  JourneyEdge,
  JourneyNode,
  nodeKinds,
  type Problem,
  Settings,
  type UnknownField,
  unknownField,
  unknownFields,
} from "#journey";
import { type Place, problem, quoted } from "./report.ts";

/** Fields that nothing reads: an error if the field was probably meant to exclude people, else a warning. */
export function findUnknownFields(document: JourneyDocument): Problem[] {
  const { settings, goalConfig } = document;
  const goalFields = [
    ...unknownFields(GoalConfig, goalConfig),
    ...unknownFields(Goal, goalConfig).filter(({ path }) => path.length > 1),
  ];
  return [
    ...document.nodes.flatMap(nodeFields),
    ...document.edges.flatMap((edge) => edgeFields(edge, document.nodes)),
    ...goalFields.map((found) => fieldProblem(found, { field: "goalConfig" }, "The goal")),
    ...unknownFields(Settings, settings).map((found) => fieldProblem(found, { field: "settings" }, "The settings")),
    ...entryFields(settings.entryConditions),
  ];
}

function nodeFields(node: JourneyNode): Problem[] {
  const own = unknownFields(JourneyNode, node).map((found) => fieldProblem(found, { node }, quoted(node)));
  const { configSchema } = nodeKinds[node.type];
  const inside = unknownFields(configSchema, node.config);
  return [...own, ...inside.map((found) => fieldProblem(found, { node, field: "config" }, quoted(node)))];
}

function edgeFields(edge: JourneyEdge, nodes: readonly JourneyNode[]): Problem[] {
  const found = unknownFields(JourneyEdge, edge);
  if (found.length === 0) return [];
  const node = nodes.find(({ id }) => id === edge.sourceNodeId);
  return found.map((field) => fieldProblem(field, { node, edge }, `The edge “${edge.name}”`));
}

/** A map of values may have any key, so only keys are reported that are unlikely to be names of properties. */
function entryFields(conditions: unknown): Problem[] {
  if (typeof conditions !== "object" || conditions === null || isInParts(conditions)) return [];
  const known = Object.keys(EntryParts.shape);
  const values = Object.entries(conditions);
  const hasParts = values.some(([key, value]) => known.includes(key) && typeof value === "object" && value !== null);
  return values.flatMap(([key, value]) => {
    if (known.includes(key)) return [];
    const found = unknownField([key], known);
    const isMisspelt = found.nearest !== null && (typeof value === "object" || found.nearest === "expression");
    if (!hasParts && !isMisspelt) return [];
    return [fieldProblem(found, { field: "settings.entryConditions" }, "The entry conditions", "error")];
  });
}

/** Reports an unknown field, with the name that was probably meant. */
export function fieldProblem(
  { path, nearest, isFilter }: UnknownField,
  place: Place,
  subject: string,
  severity: Problem["severity"] = isFilter ? "error" : "warning",
): Problem {
  const field = [...(place.field === undefined ? [] : [place.field]), ...path].join(".");
  const meant = nearest === null ? "" : ` Is “${nearest}” meant?`;
  const harm = isFilter ? "so it would exclude nobody" : "so it does nothing";
  const message = `${subject}: the field “${path.at(-1)}” is not known here, ${harm}.${meant}`;
  return problem("unknown_field", message, { ...place, field }, severity);
}
