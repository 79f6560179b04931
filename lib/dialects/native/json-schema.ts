import * as z from "zod";
import { AnyRule, DurationInput, EdgeTrigger, Goal, NODE_TYPES, nodeKinds, Rule, RuleGroup, Settings } from "#journey";
import { NativeEdge, NativeJourney, NativeNode } from "./schema.ts";

/** A JSON schema of the draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };
/** The JSON schema of an object. */
type ObjectSchema = JsonSchema & {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
};

/** What a workspace calls its own things; a schema suggests these names and allows others. */
export const NAMES = ["EventName", "TraitName", "SegmentName", "ContentName", "JourneyName", "FlowName"] as const;
export type NameKind = (typeof NAMES)[number];

/** The fields of configs, settings and goals in which the names of a workspace stand. */
const NAMED_FIELDS: Readonly<Record<string, NameKind>> = {
  eventName: "EventName",
  event: "EventName",
  segment: "SegmentName",
  attribute: "TraitName",
  trait: "TraitName",
  journey: "JourneyName",
  decisionFlowId: "FlowName",
};

const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** What has a name of its own in `$defs`: rules refer to themselves, and durations are everywhere. */
const SHARED = new Map<unknown, string>([
  [Rule, "Rule"],
  [RuleGroup, "RuleGroup"],
  [DurationInput, "Duration"],
]);

/**
 * The schema of our files, for editors: with the config of each kind of node as it has to be to run, which a draft need
 * not be yet.
 */
export function nativeJsonSchema(names: Partial<Record<NameKind, readonly string[]>> = {}): ObjectSchema {
  const kinds = Object.fromEntries(
    NODE_TYPES.map((type) => [configName(type), schemaOf(nodeKinds[type].configSchema)]),
  );
  const { properties: journey = {}, required } = partsOf(NativeJourney);
  const defs = {
    ...kinds,
    Node: { anyOf: NODE_TYPES.map(nodeSchema) },
    Edge: schemaOf(NativeEdge),
    EdgeTrigger: schemaOf(EdgeTrigger),
    Goal: goalSchema(),
    Settings: schemaOf(Settings),
    ...ruleSchemas(),
    Duration: { anyOf: [{ type: "string" }, { type: "number" }, { type: "object" }], description: DURATION },
    ...Object.fromEntries(NAMES.map((name) => [name, nameSchema(names[name] ?? [])])),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Sojourn journey",
    type: "object",
    properties: {
      $schema: { type: "string" },
      ...journey,
      nodes: { type: "array", items: refTo("Node") },
      edges: { type: "array", items: refTo("Edge") },
      settings: refTo("Settings"),
      goalConfig: orNull(refTo("Goal")),
      audience: orNull(refTo("SegmentName")),
    },
    required,
    $defs: defs,
  };
}

const DURATION = "30m, 12h, 2d or 1w; an ISO 8601 duration; a number of minutes";

/** `WAIT_FOR_EVENT` is configured by `WaitForEventConfig`. */
export const configName = (type: string): string =>
  `${type.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Config`;

type Parts = { readonly properties?: Record<string, JsonSchema>; readonly required?: readonly string[] };

function partsOf(schema: z.ZodType): Parts {
  const { properties, required } = schemaOf(schema) as Parts;
  return { ...(properties && { properties }), ...(required && { required }) };
}

/** The schema of what is written; functions that check further cannot be said. */
function schemaOf(schema: z.ZodType): JsonSchema {
  // What a replaced part referred to is left over in `$defs`.
  const {
    $schema: _draft,
    $defs: _left,
    ...made
  } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const shared = SHARED.get(zodSchema);
      if (shared === undefined) return;
      for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword];
      jsonSchema.$ref = `#/$defs/${shared}`;
    },
  });
  return withNames(made) as JsonSchema;
}

/** A schema in which the fields for names of the workspace refer to them. */
function withNames(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNames);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === "properties" ? namedProperties(value as Record<string, JsonSchema>) : withNames(value),
  ]);
  return Object.fromEntries(entries);
}

const namedProperties = (properties: Readonly<Record<string, JsonSchema>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [field, nameOf(field, schema) ?? withNames(schema)]),
  );

/** A name is a text, or a text or number. */
function nameOf(field: string, { type, anyOf }: JsonSchema): JsonSchema | null {
  const kind = Object.hasOwn(NAMED_FIELDS, field) ? NAMED_FIELDS[field] : undefined;
  if (kind === undefined) return null;
  if (type === "string") return refTo(kind);
  const isEither = Array.isArray(anyOf) && anyOf.some((one: JsonSchema) => one.type === "string");
  return isEither ? { anyOf: [refTo(kind), { type: "number" }] } : null;
}

function nodeSchema(type: (typeof NODE_TYPES)[number]): JsonSchema {
  const { properties, required } = partsOf(NativeNode);
  const own = { type: { const: type }, config: refTo(configName(type)), content: orNull(refTo("ContentName")) };
  return { type: "object", properties: { ...properties, ...own }, required };
}

/** The goal as it can run, with the fields that every goal may have. */
function goalSchema(): JsonSchema {
  const more = {
    deadline: { type: ["integer", "null"], description: "Days from the enrollment" },
    exitOnGoal: { type: "boolean" },
    window: orNull(refTo("Duration")),
  };
  const { oneOf = [] } = schemaOf(Goal) as { oneOf?: readonly (JsonSchema & { properties: object })[] };
  return { anyOf: oneOf.map((goal) => ({ ...goal, properties: { ...goal.properties, ...more } })) };
}

/** The rules, with `Rule` as the name by which they refer to themselves. */
function ruleSchemas(): Record<string, JsonSchema> {
  const Rule = JSON.parse(JSON.stringify(schemaOf(AnyRule)).replaceAll('"$ref":"#"', '"$ref":"#/$defs/Rule"'));
  return { Rule, RuleGroup: Rule.anyOf.at(-1) };
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });

const nameSchema = (known: readonly string[]): JsonSchema =>
  known.length === 0 ? { type: "string" } : { anyOf: [{ enum: [...known] }, { type: "string" }] };
