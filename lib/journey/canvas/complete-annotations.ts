import type { Annotation, Canvas, JourneyNode } from "../schema.ts";
import { withoutLostSteps } from "./annotations.ts";
import { AnnotationInput } from "./input.ts";
import { type StructureProblem, structureProblem } from "./structure-problem.ts";

type Around = {
  readonly nodes: readonly JourneyNode[];
  readonly previous: Canvas | undefined;
  readonly makeId: () => string;
};
type Completed = { readonly annotations: readonly Annotation[]; readonly problems: readonly StructureProblem[] };

/**
 * Completes notes and groups. A client that does not send any knows none: those of before stay, without steps that are
 * gone.
 */
export function completeAnnotations(inputs: readonly unknown[] | null, { nodes, previous, makeId }: Around): Completed {
  if (inputs === null) return { annotations: withoutLostSteps(previous?.annotations ?? [], nodes), problems: [] };
  const problems: StructureProblem[] = [];
  const byId = new Map(nodes.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  const ids = new Set<string>();
  const annotations = inputs.flatMap((input, index): Annotation[] => {
    const parsed = AnnotationInput.safeParse(input);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problems.push(structureProblem(["annotations", index, ...issue.path.map(String)], issue.message));
      return [];
    }
    const id = parsed.data.id ?? makeId();
    if (ids.has(id)) problems.push(structureProblem(["annotations", index, "id"], "Two annotations have this id."));
    ids.add(id);
    if (parsed.data.kind === "note") return [{ ...parsed.data, id }];
    const { kind, label } = parsed.data;
    const nodeIds = parsed.data.nodeIds.flatMap((reference, at) => {
      const nodeId = byId.get(reference);
      if (nodeId === undefined)
        problems.push(
          structureProblem(["annotations", index, "nodeIds", at], `No node of this canvas is “${reference}”.`),
        );
      return nodeId ?? [];
    });
    return [{ id, kind, label, nodeIds: [...new Set(nodeIds)] }];
  });
  return { annotations, problems };
}
