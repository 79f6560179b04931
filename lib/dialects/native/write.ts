import { type Annotation, freeName } from "#journey";
import type { JourneyDraft, Writing } from "../dialect.ts";
import { Losses, quoted } from "../losses.ts";
import { NATIVE_FORMAT, NATIVE_VERSION, type NativeAnnotation, type NativeJourney } from "./schema.ts";

/** Writes the whole document; only edges to nowhere and second uses of a name cannot be said. */
export function write({ name, description, document }: JourneyDraft): Writing<NativeJourney> {
  const losses = new Losses();
  const names = namesOf(document.nodes, losses);
  const edges = document.edges.flatMap((edge) => {
    const [from, to] = [names.get(edge.sourceNodeId), names.get(edge.targetNodeId)];
    if (from === undefined || to === undefined) {
      losses.ofEdge(edge, "targetNodeId", `The edge “${edge.name}” connects to no node, so it is left out.`);
      return [];
    }
    const { branch, label, weight, trigger } = edge;
    return [{ name: edge.name, from, to, ...given({ branch, label, weight, trigger }) }];
  });
  const { settings, goalConfig, audienceId, allowAnonymous } = document;
  const annotations = document.annotations?.map((one) => writeAnnotation(one, names)) ?? [];
  const foreign: NativeJourney = {
    format: NATIVE_FORMAT,
    version: NATIVE_VERSION,
    name,
    ...given({ description }),
    nodes: document.nodes.map(({ id, type, config, position, contentId, label, disabled }) => {
      return {
        name: names.get(id) ?? id,
        type,
        config,
        ...given({ label, content: contentId, disabled: disabled || null }),
        position,
      };
    }),
    edges,
    ...(annotations.length === 0 ? {} : { annotations }),
    settings,
    ...given({ goalConfig, audience: audienceId }),
    allowAnonymous,
  };
  return { foreign, losses: losses.list };
}

function writeAnnotation(one: Annotation, names: ReadonlyMap<string, string>): NativeAnnotation {
  if (one.kind === "note") {
    const { kind, text, position, width, height } = one;
    return { kind, text, position, width, height };
  }
  const { kind, label, nodeIds } = one;
  return { kind, label, nodes: nodeIds.flatMap((id) => names.get(id) ?? []) };
}

/** The name of each node in the file, which has one node per name. */
export function namesOf(nodes: JourneyDraft["document"]["nodes"], losses: Losses): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map((node) => {
      const name = freeName(node.name, taken);
      if (name !== node.name)
        losses.ofNode(node, "name", `Another step is called ${quoted(node)} too; this one is written as “${name}”.`);
      return [node.id, name];
    }),
  );
}

/** The fields that have a value. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as never;
}
