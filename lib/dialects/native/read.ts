import { freeName, type JourneyNode } from "#journey";
import { type AnyNode, assembleJourney } from "../assemble.ts";
import type { DialectProblem, JourneyDraft, ReadContext, Reading } from "../dialect.ts";
import { Losses } from "../losses.ts";
import { errorAt, hasErrors, readShape } from "../problems.ts";
import { NativeJourney } from "./schema.ts";
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
  return { journey, problems };
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

function findProblems({ nodes, edges }: NativeJourney): DialectProblem[] {
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
  return problems;
}
