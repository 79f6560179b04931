import { type FieldError, fieldError } from "#services";
import { isObject } from "#values";
import type { Recommendation } from "./schema.ts";

/** A recommendation of a tree, with its path in the body. */
export type Placed = { readonly node: Recommendation; readonly path: readonly PropertyKey[] };

/** Every recommendation of the tree, each before its children. */
export function flatten(root: Recommendation): Placed[] {
  const all: Placed[] = [];
  const open: Placed[] = [{ node: root, path: [] }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { node, path } = next;
    all.push(next);
    open.unshift(...(node.children ?? []).map((child, index) => ({ node: child, path: [...path, "children", index] })));
  }
  return all;
}

/** What the steps send, by the types of content. */
const SENDS: Readonly<Record<string, string>> = {
  send_email: "email",
  send_sms: "sms",
  send_push_notification: "push",
};

/** References that two have, or that nobody has, wherever they stand in the tree. */
export function referenceErrors(all: readonly Placed[]): FieldError[] {
  const types = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const { node, path } of all) {
    const { localRef } = node.data;
    if (localRef === undefined) continue;
    const isTaken = types.has(localRef);
    if (isTaken) errors.push(fieldError([...path, "data", "localRef"], `The localRef “${localRef}” is used twice`));
    else types.set(localRef, node.type === "template" ? node.data.type : "journey");
  }
  for (const { node, path } of all) {
    if (node.type !== "journey") continue;
    for (const { meta, path: inner } of stepsOf(node.data)) {
      const message = referenceFault(meta, types);
      if (message !== null) errors.push(fieldError([...path, "data", ...inner, "meta", "templateRef"], message));
    }
  }
  return errors;
}

function referenceFault(meta: Record<string, unknown>, types: ReadonlyMap<string, string>): string | null {
  const { templateRef, templateId, type } = meta;
  if (templateRef === undefined) return null;
  if (typeof templateRef !== "string") return "A templateRef is the localRef of a template";
  if (templateId !== undefined) return "A step has a templateId or a templateRef, not both";
  const found = types.get(templateRef);
  if (found === undefined) return `No template has the localRef “${templateRef}”`;
  if (found === "journey") return `“${templateRef}” is a journey, not a template`;
  const wanted = SENDS[String(type)];
  return wanted === undefined || wanted === found
    ? null
    : `“${templateRef}” is of type ${found}; ${type} sends ${wanted}`;
}

type Step = { readonly meta: Record<string, unknown>; readonly path: readonly PropertyKey[] };

function stepsOf(data: object): Step[] {
  return (["machine_config", "machineConfig"] as const).flatMap((key) => {
    const machine: unknown = (data as Record<string, unknown>)[key];
    if (!isObject(machine) || !isObject(machine.states)) return [];
    return Object.entries(machine.states).flatMap(([name, state]) =>
      isObject(state) && isObject(state.meta) ? [{ meta: state.meta, path: [key, "states", name] }] : [],
    );
  });
}

/** The steps with the ids of templates in place of their references. */
export function resolved(machine: unknown, ids: ReadonlyMap<string, number>): unknown {
  if (!isObject(machine) || !isObject(machine.states)) return machine;
  const states = Object.entries(machine.states).map(([name, state]) => {
    if (!isObject(state) || !isObject(state.meta) || typeof state.meta.templateRef !== "string") return [name, state];
    const { templateRef, ...meta } = state.meta;
    return [name, { ...state, meta: { ...meta, templateId: ids.get(templateRef) } }];
  });
  return { ...machine, states: Object.fromEntries(states) };
}
