import { Goal, GoalConfig, type NodeType, nodeKinds, Settings } from "#journey";
import { call, literal } from "./write-literal.ts";

/** The function of the builder for each kind of node. */
const CALLS: Readonly<Record<NodeType, string>> = {
  TRIGGER: "trigger",
  CONTENT: "content",
  ACTION: "action",
  DECIDE: "decide",
  LIVE_DATA: "liveData",
  WAIT: "wait",
  WAIT_FOR_EVENT: "waitForEvent",
  WAIT_FOR_CONDITION: "waitForCondition",
  CONDITION: "condition",
  SPLIT: "split",
  GOAL_CHECK: "goalCheck",
  EXIT: "exit",
};

/** The fields of a journey whose types the builder knows, and whether a value is of that type. */
const KNOWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: () => true,
  description: () => true,
  nodes: Array.isArray,
  edges: Array.isArray,
  settings: (value) => isKnown(Settings, value),
  goalConfig: (value) => value === null || isGoal(value),
  audience: () => true,
  allowAnonymous: () => true,
};
const EDGE_FIELDS = ["name", "branch", "label", "weight", "trigger"];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A journey file as TypeScript that makes exactly this file again. */
export function sourceOf(key: string, native: Fields): string {
  const used = new Set<string>(["journey"]);
  const note = (name: string): string => {
    used.add(name);
    return name;
  };
  const { format: _format, version: _version, ...fields } = native;
  const isPart = ([field, value]: [string, unknown]) => Object.hasOwn(KNOWN, field) && KNOWN[field]?.(value) === true;
  const parts = Object.entries(fields).filter(isPart);
  const others = Object.fromEntries(Object.entries(fields).filter((entry) => !isPart(entry)));
  const lines = parts.map(([field, value]) => `  ${field}: ${partText(field, value, note)},\n`);
  const more = Object.keys(others).length === 0 ? "" : `, ${literal(others, "")}`;
  const body = `export default journey(${JSON.stringify(key)}, {\n${lines.join("")}}${more});\n`;
  return `${importLine([...used].sort())}\n${body}`;
}

function importLine(names: readonly string[]): string {
  const short = `import { ${names.join(", ")} } from "sojourn/journeys";\n`;
  return short.length <= 100
    ? short
    : `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "sojourn/journeys";\n`;
}

function partText(field: string, value: unknown, note: (name: string) => string): string {
  const isList = Array.isArray(value) && value.length > 0;
  if (field === "nodes" && isList) return listText(value.map((node) => nodeText(node, note)));
  if (field === "edges" && isList) return listText(value.map((edge) => edgeText(edge, note)));
  return literal(value, "  ", field.length + 3);
}

const listText = (items: readonly string[]): string => `[\n${items.map((item) => `    ${item},\n`).join("")}  ]`;

function nodeText(node: unknown, note: (name: string) => string): string {
  const said = isFields(node) ? saidNode(node) : null;
  if (said === null) return call(note("anyNode"), [node], "    ");
  return call(note(said.name), said.args, "    ");
}

/** The call that says a node whole; null where only the node itself says it. */
function saidNode({ name, type, config, content, position, ...others }: Fields) {
  const kind = Object.values(nodeKinds).find((one) => one.type === type);
  const isPlain = typeof name === "string" && isFields(config) && Object.keys(others).length === 0;
  if (kind === undefined || !isPlain || !isKnown(kind.configSchema, config)) return null;
  const at = position === undefined ? null : pointOf(position);
  if (position !== undefined && at === null) return null;
  const place = { ...(content === undefined ? {} : { content }), ...(at === null ? {} : { at }) };
  return { name: CALLS[kind.type], args: [name, config, place] };
}

function pointOf(position: unknown): readonly [unknown, unknown] | null {
  if (!isFields(position)) return null;
  const { x, y, ...others } = position;
  return typeof x === "number" && typeof y === "number" && Object.keys(others).length === 0 ? [x, y] : null;
}

type Checks = { readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: unknown } };

/** Whether a config can run and has no field that the types do not know, which an editor would underline. */
function isKnown(schema: Checks, config: unknown): boolean {
  const { success, data } = schema.safeParse(config);
  return success && contains(data, config);
}

/** The goal itself, and the fields that every goal may have. */
function isGoal(value: unknown): boolean {
  if (!isFields(value) || !GoalConfig.safeParse(value).success) return false;
  const { deadline: _deadline, exitOnGoal: _exit, window: _window, ...goal } = value;
  return isKnown(Goal, goal);
}

/** Whether a value has all that another one has; a schema adds defaults and takes away what it does not know. */
function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== "object" || part === null) return Object.is(whole, part);
  if (typeof whole !== "object" || whole === null) return false;
  return Object.entries(part).every(
    ([key, value]) => Object.hasOwn(whole, key) && contains((whole as Fields)[key], value),
  );
}

function edgeText(edge: unknown, note: (name: string) => string): string {
  const { from, to, ...parts } = isFields(edge) ? edge : {};
  const isPlain = typeof from === "string" && typeof to === "string";
  if (!isPlain || Object.keys(parts).some((field) => !EDGE_FIELDS.includes(field)))
    return call(note("anyEdge"), [edge], "    ");
  return call(note("edge"), [from, to, parts], "    ");
}
