import { type Annotation, freeName, type JourneyNode } from "#journey";
import { type AnyNode, assembleJourney } from "../assemble.ts";
import type { DialectProblem, JourneyDraft, ReadContext, Reading } from "../dialect.ts";
import { Losses } from "../losses.ts";
import { nameId } from "../name-id.ts";
import { errorAt, hasErrors, readShape } from "../problems.ts";
import { type NativeAnnotation, NativeJourney } from "./schema.ts";
import { namesOf } from "./write.ts";

/** Reads a file of ours. The file says the whole journey, so nothing of before stays but ids. */
export function read(foreign: unknown, context: ReadContext): Reading {
  const { value, problems: wrong } = readShape(NativeJourney, foreign);
  if (value === null) return { journey: null, problems: wrong };
  const problems = [...wrong, ...findProblems(value)];
  if (hasErrors(problems)) return { journey: null, problems };
  const {
    name,
    description = null,
    nodes,
    edges,
    settings,
    goalConfig = null,
    audience = null,
    allowAnonymous,
  } = value;
  const renamed = renamedNodes(context.before);
  const journey = assembleJourney(
    {
      ...{ name, description, settings, goalConfig, audienceId: audience, allowAnonymous },
      nodes: nodes.map(({ content = null, position, label, disabled, ...node }): AnyNode => {
        const parts = {
          ...node,
          label,
          disabled: disabled || undefined,
          contentId: content,
          ...(position === undefined ? {} : { position }),
        };
        const keeps = renamed.get(node.name);
        return keeps === undefined ? parts : { name: node.name, keeps: { ...keeps, ...parts, name: keeps.name } };
      }),
      edges: edges.map(({ name: given, from, to, branch = null, label = null, weight = null, trigger = null }) => {
        return { ...(given === undefined ? {} : { name: given }), from, to, branch, label, weight, trigger };
      }),
      written: writtenIds(context.before),
    },
    context,
  );
  const annotations = readAnnotations(value.annotations ?? [], journey, context);
  const { annotations: _before, ...drawn } = journey.document;
  const document = { ...drawn, ...(annotations.length > 0 ? { annotations } : {}) };
  return { journey: { ...journey, document }, problems };
}

/** Notes and groups, each under the id that the one at its place in the list had. */
function readAnnotations(
  written: readonly NativeAnnotation[],
  { document }: JourneyDraft,
  { before, seed }: ReadContext,
): Annotation[] {
  const ids = new Map(document.nodes.map(({ id, name }) => [name, id]));
  return written.map((one, index): Annotation => {
    const old = before?.document.annotations?.[index];
    const id = old?.kind === one.kind ? old.id : nameId(seed, "annotation", `${one.kind} ${index}`);
    if (one.kind === "note") return { id, ...one };
    return { id, kind: one.kind, label: one.label, nodeIds: one.nodes.flatMap((name) => ids.get(name) ?? []) };
  });
}

function writtenIds(before: JourneyDraft | undefined): string[] {
  return before?.document.nodes.map(({ id }) => id) ?? [];
}

/** Nodes of before that the file calls otherwise, because an earlier one has their name. */
function renamedNodes(before: JourneyDraft | undefined): Map<string, JourneyNode> {
  const nodes = before?.document.nodes ?? [];
  const names = namesOf(nodes, new Losses());
  return new Map(
    nodes.flatMap((node) => {
      const name = names.get(node.id) ?? node.name;
      return name === node.name ? [] : [[name, node] as const];
    }),
  );
}

function findProblems({ nodes, edges, annotations = [] }: NativeJourney): DialectProblem[] {
  const problems: DialectProblem[] = [];
  const names = new Set<string>();
  for (const [index, { name }] of nodes.entries()) {
    if (freeName(name, names) !== name)
      problems.push(errorAt(["nodes", index, "name"], "duplicate_name", `Another node is called “${name}” too.`));
  }
  for (const [index, edge] of edges.entries())
    for (const end of ["from", "to"] as const)
      if (!names.has(edge[end]))
        problems.push(errorAt(["edges", index, end], "unknown_target", `“${edge[end]}” is not one of the nodes.`));
  for (const [index, one] of annotations.entries()) {
    for (const [at, name] of (one.kind === "group" ? one.nodes : []).entries())
      if (!names.has(name))
        problems.push(
          errorAt(["annotations", index, "nodes", at], "unknown_target", `“${name}” is not one of the nodes.`),
        );
  }
  return problems;
}
