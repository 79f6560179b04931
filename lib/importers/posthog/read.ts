import { isObject } from "#values";
import { checkedContent } from "../contents.ts";
import type { ImportedContent, ImportedJourney, Importer, ImportProblem, ReadOptions } from "../contract.ts";
import { drawFlow } from "../graph/draw-flow.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { Outline } from "../outline.ts";
import { settingsOf, triggersOf } from "./entry.ts";
import { stepOf } from "./steps.ts";
import { type Workflow, workflowOf } from "./workflow.ts";
import { fileProblems, workflowOfFile } from "./yaml-file.ts";

const isWorkflow = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && "actions" in value && "edges" in value && ("trigger" in value || "exit_condition" in value);
const isFile = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && "steps" in value && "trigger" in value && "key" in value;

/** Workflows of the API: one, a list, or a page of results. */
function workflowsOf(file: unknown): readonly { readonly value: unknown; readonly pointer: string }[] {
  const inside = isObject(file) && Array.isArray(file.results) ? file.results : file;
  const path = inside === file ? "" : "/results";
  if (!Array.isArray(inside)) return [{ value: inside, pointer: path }];
  return inside.map((value, index) => ({ value, pointer: `${path}/${index}` }));
}

/** Workflows of PostHog, from its API or as workflow files. */
export const posthog: Importer = {
  product: "posthog",
  title: "PostHog",
  matches: (file) => isFile(file) || workflowsOf(file).some(({ value }) => isWorkflow(value)),
  read(file, options) {
    if (isFile(file)) {
      const problems = fileProblems(file);
      return problems.length > 0 ? { problems } : { journeys: [readWorkflow(workflowOfFile(file), options)] };
    }
    const all = workflowsOf(file);
    const problems = all.flatMap(({ value, pointer }) => problemsOf(value, pointer));
    if (problems.length > 0) return { problems };
    return { journeys: all.map(({ value, pointer }) => readWorkflow(workflowOf(value, pointer), options)) };
  },
};

function problemsOf(value: unknown, pointer: string): ImportProblem[] {
  if (!isWorkflow(value)) return [{ pointer, message: "Is no workflow: actions, edges and a trigger are missing." }];
  const problems: ImportProblem[] = [];
  for (const field of ["actions", "edges"])
    if (!Array.isArray(value[field])) problems.push({ pointer: `${pointer}/${field}`, message: "Is no list." });
  const seen = new Set<string>();
  for (const [index, action] of listOf(value.actions).entries()) {
    const { id, type } = objectOf(action);
    const place = `${pointer}/actions/${index}`;
    if (textOf(type) === "") problems.push({ pointer: `${place}/type`, message: "The action has no type." });
    if (textOf(id) === "") problems.push({ pointer: `${place}/id`, message: "The action has no id." });
    else if (seen.has(textOf(id))) problems.push({ pointer: `${place}/id`, message: "Two actions have this id." });
    seen.add(textOf(id));
  }
  return problems;
}

function readWorkflow(workflow: Workflow, options: ReadOptions): ImportedJourney {
  const outline = new Outline(options.names);
  const contents = new Map<string, ImportedContent>();
  const addContent = (given: ImportedContent) => {
    const { content, reasons } = checkedContent(given);
    contents.set(content.key, content);
    return reasons;
  };
  const triggers = triggersOf(workflow, outline);
  const { settings, goalConfig } = settingsOf(workflow, outline);
  const steps = workflow.actions.map((action) => stepOf(action, workflow, outline, { addContent }));
  const entryId = workflow.trigger?.id ?? null;
  const start = workflow.edges.get(entryId ?? "")?.continue ?? null;
  const { nodes, edges, namesOf } = drawFlow({ triggers, entryId, start, steps });
  const { fields, foreignId } = workflow;
  return {
    foreignId,
    name: (textOf(fields.name) || "Workflow").slice(0, 255),
    description: textOf(fields.description) || null,
    nodes,
    edges,
    settings,
    goalConfig,
    contents: [...contents.values()],
    segments: outline.segments,
    unnamed: outline.unnamed,
    report: outline.report(namesOf),
  };
}
