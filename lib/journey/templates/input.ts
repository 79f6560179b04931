import { labelOf } from "../labels.ts";
import type { JourneyTemplate } from "./template.ts";

/**
 * The body that `POST /api/journeys` takes for a template: nodes by name, contents by the ids given per content key. A
 * content without an id is left for the user to choose.
 */
export function templateInput(template: JourneyTemplate, contentIds: ReadonlyMap<string, string> = new Map()) {
  return {
    name: template.name,
    description: template.description,
    settings: template.settings,
    goalConfig: template.goalConfig,
    allowAnonymous: template.allowAnonymous ?? false,
    nodes: template.nodes.map(({ content, ...node }) => ({
      ...node,
      label: labelOf(node),
      contentId: content === undefined ? null : (contentIds.get(content) ?? null),
    })),
    edges: template.edges.map(({ from, to, branch = null, label = null, weight = null, trigger = null }) => ({
      sourceNodeId: from,
      targetNodeId: to,
      branch,
      label,
      weight,
      trigger,
    })),
  };
}
