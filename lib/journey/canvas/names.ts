import { nodeKinds } from "../nodes/index.ts";
import type { JsonObject, NodeType } from "../schema.ts";

/** The default name of a node: its kind, or what it sends. */
export function baseName(type: NodeType, config: JsonObject): string {
  return nodeKinds[type].baseName(config) ?? type.toLowerCase();
}

/** Returns an unused name (`wait`, `wait_2`, `wait_3`…) and adds it to `taken`. */
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
