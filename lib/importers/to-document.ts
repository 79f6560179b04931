import { edgeName, type JourneyDocument, type JourneyEdge, type JourneyNode, tidyDocument } from "#journey";
import type { ImportedEdge, ImportedJourney } from "./contract.ts";

export type Ids = {
  /** The id of the node or edge with a key. */
  readonly idOf: (key: string) => string;
  /** The id of the content with a key; null = it was not created. */
  readonly contentIdOf: (key: string) => string | null;
};

/** An imported journey as a document; the same ids give the same document. */
export function toDocument(journey: ImportedJourney, { idOf, contentIdOf }: Ids): JourneyDocument {
  const names = new Map(journey.nodes.map(({ key, name }) => [key, name]));
  const taken = new Set<string>();
  const nodes = journey.nodes.map(
    ({ key, name, type, config, position, content }): JourneyNode => ({
      id: idOf(key),
      name,
      type,
      config,
      position,
      contentId: content === null ? null : contentIdOf(content),
    }),
  );
  const edges = journey.edges.map(
    (edge): JourneyEdge => ({
      id: idOf(edgeKey(edge)),
      name: edgeName(names.get(edge.from) ?? "", names.get(edge.to) ?? "", taken),
      sourceNodeId: idOf(edge.from),
      targetNodeId: idOf(edge.to),
      branch: edge.branch,
      label: edge.label,
      weight: edge.weight,
      trigger: edge.trigger,
    }),
  );
  const { settings, goalConfig } = journey;
  return tidyDocument({ nodes, edges, settings, goalConfig, audienceId: null, allowAnonymous: false });
}

/** An edge stays the same edge when only its target changes. */
export const edgeKey = ({ from, branch, label }: ImportedEdge): string => `edge ${from} ${branch ?? ""} ${label ?? ""}`;
