import type { ImportProblem } from "../contract.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import type { Action, Workflow } from "./workflow.ts";

type Fields = Readonly<Record<string, unknown>>;

export const KNOWN_VERSION = 1;
const EXIT = "exit_node";
const TRIGGER = "trigger_node";

/** What is wrong with a workflow file as a whole. */
export function fileProblems(file: Fields): ImportProblem[] {
  if (file.version !== KNOWN_VERSION) {
    const message = `The file is of version ${textOf(file.version) || "none"}; version ${KNOWN_VERSION} can be imported.`;
    return [{ pointer: "/version", message }];
  }
  const problems: ImportProblem[] = [];
  if (textOf(file.key) === "") problems.push({ pointer: "/key", message: "The workflow has no key." });
  if (textOf(objectOf(file.trigger).type) === "")
    problems.push({ pointer: "/trigger/type", message: "The trigger has no type." });
  if (!Array.isArray(file.steps)) problems.push({ pointer: "/steps", message: "Is no list of steps." });
  return problems;
}

/** A workflow file, in which order is nesting, in the form of the API: actions with ids and edges between them. */
export function workflowOfFile(file: Fields): Workflow {
  const builder = new FileReader();
  builder.claimIds(listOf(file.steps), ["steps"]);
  const start = builder.lay(listOf(file.steps), ["steps"], EXIT);
  const trigger: Action = {
    id: TRIGGER,
    fields: {
      type: "trigger",
      name: objectOf(file.trigger).name ?? "Trigger",
      config: triggerConfig(objectOf(file.trigger)),
    },
    pointer: "/trigger",
  };
  const exit = objectOf(file.exit);
  const end: Action = {
    id: EXIT,
    fields: { ...exit, type: "exit", name: exit.name ?? "Exit", config: exit },
    pointer: "/exit",
  };
  builder.edges.set(TRIGGER, { continue: start });
  const actions = file.exit === undefined ? builder.actions : [...builder.actions, end];
  return { foreignId: textOf(file.key), fields: file, pointer: "", trigger, actions, edges: builder.edges };
}

/** The trigger of a file as the API has it; conditions become properties of a filter. */
function triggerConfig(trigger: Fields): Fields {
  if (trigger.type !== "event") return { ...objectOf(trigger.config), type: trigger.type };
  if (trigger.filters !== undefined) return { type: "event", filters: trigger.filters };
  const events = [{ id: trigger.event, type: "events", properties: listOf(trigger.properties).map(propertyOf) }];
  return { type: "event", filters: { events, filter_test_accounts: trigger.filter_test_accounts === true } };
}

/** `{person | event, operator, value}` as a property of a filter. */
function propertyOf(condition: unknown): Fields {
  const { person, event, operator = "exact", value } = objectOf(condition);
  return person === undefined
    ? { key: event, type: "event", operator, value }
    : { key: person, type: "person", operator, value };
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
const inputs = (values: Fields): Fields =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, { value }]),
  );

type Path = readonly (string | number)[];

class FileReader {
  readonly actions: Action[] = [];
  readonly edges = new Map<string, Readonly<Record<string, string>>>();
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>([TRIGGER, EXIT]);

  /** Ids in the order of the file: a step without one has its name as id. */
  claimIds(steps: readonly unknown[], path: Path): void {
    for (const [index, step] of steps.entries()) {
      const fields = objectOf(step);
      const wanted = textOf(fields.id) || slug(textOf(fields.name)) || `step_${[...path, index].join("_")}`;
      let id = wanted;
      for (let number = 2; this.#taken.has(id); number += 1) id = `${wanted}_${number}`;
      this.#taken.add(id);
      this.#ids.set([...path, index].join("/"), id);
      for (const [inner, innerPath] of branchesOf(fields, [...path, index])) this.claimIds(inner, innerPath);
    }
  }

  /** Lays out one list of steps; returns the id by which it is entered. */
  lay(steps: readonly unknown[], path: Path, continuation: string): string {
    const ids = steps.map((_, index) => this.#ids.get([...path, index].join("/")) ?? "");
    for (const [index, step] of steps.entries()) {
      const fields = objectOf(step);
      const own = [...path, index];
      const id = ids[index] ?? "";
      const following = ids[index + 1] ?? continuation;
      const { type, config } = bodyOf(fields);
      this.actions.push({ id, fields: { ...fields, type, config }, pointer: `/${own.join("/")}` });
      const branches = branchesOf(fields, own).map(([inner, innerPath]) => this.lay(inner, innerPath, following));
      this.edges.set(id, { ...Object.fromEntries(branches.entries()), continue: following });
    }
    return ids[0] ?? continuation;
  }
}

function branchesOf(step: Fields, path: Path): [readonly unknown[], Path][] {
  if (step.type === "branch")
    return listOf(step.arms).map((arm, index) => [listOf(objectOf(arm).then), [...path, "arms", index, "then"]]);
  return listOf(step.branches).map((branch, index) => [listOf(branch), [...path, "branches", index]]);
}

function bodyOf(step: Fields): { readonly type: string; readonly config: unknown } {
  const { from, to, subject, text, html, preheader } = step;
  switch (step.type) {
    case "delay":
      return { type: "delay", config: { delay_duration: step.duration } };
    case "branch": {
      const conditions = listOf(step.arms).map((arm) => {
        const { name, when } = objectOf(arm);
        return { name, filters: { properties: listOf(when).map(propertyOf) } };
      });
      return { type: "conditional_branch", config: { conditions } };
    }
    case "email":
      return {
        type: "function_email",
        config: { inputs: inputs({ email: { from, to, subject, text, html, preheader } }) },
      };
    case "webhook": {
      const { url, method = "POST", headers, body } = step;
      return {
        type: "function",
        config: { template_id: "template-webhook", inputs: inputs({ url, method, headers, body }) },
      };
    }
    case "function":
      return { type: "function", config: { template_id: step.template, inputs: inputs(objectOf(step.inputs)) } };
    case "step":
      return { type: textOf(step.action_type), config: step.config };
    default:
      return { type: textOf(step.type), config: step.config };
  }
}
