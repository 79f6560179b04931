import { nodeKinds } from "../nodes/index.ts";
import type { JsonObject, NodeType } from "../schema.ts";

/** What a node is called when nobody names it: its kind, or what it sends. */
export function baseName(type: NodeType, config: JsonObject): string {
  return nodeKinds[type].baseName(config) ?? type.toLowerCase();
}

/** `wait`, then `wait_2`, `wait_3`…; the name is taken from then on. */
export function freeName(base: string, taken: Set<string>, joint = "_"): string {
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}${joint}${number}`;
  taken.add(name);
  return name;
}

/** The stable name of an edge: `{from}-to-{to}`, then `-2`. */
export function edgeName(from: string, to: string, taken: Set<string>): string {
  return freeName(`${from}-to-${to}`.slice(0, 240), taken, "-");
}
