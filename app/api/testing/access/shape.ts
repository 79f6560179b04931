import * as z from "zod";
import { MachineConfig } from "#dialects";
import { EntryParts, Goal, NODE_TYPES, type NodeType, nodeKinds, Settings } from "#journey";

/** A JSON Schema, as far as requests are made of it. */
export type Shape = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
} & Partial<Record<"anyOf" | "oneOf" | "allOf", readonly Shape[]>>;

/** A schema without its references; one that leads back into itself is cut there. */
export function shapeOf(schema: z.ZodType): Shape {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", cycles: "ref" }) as Shape;
  return opened(json, json.$defs ?? {}, []);
}

function opened(shape: Shape, defs: Readonly<Record<string, Shape>>, above: readonly string[]): Shape {
  if (shape.$ref) {
    const name = shape.$ref.split("/").at(-1) ?? "";
    return above.includes(name) ? {} : opened(defs[name] ?? {}, defs, [...above, name]);
  }
  const inner = (part: Shape) => opened(part, defs, above);
  const { $defs: _, anyOf, oneOf, allOf, items, properties, additionalProperties, ...rest } = shape;
  const more = typeof additionalProperties === "object" ? inner(additionalProperties) : additionalProperties;
  return withKnownParts({
    ...rest,
    ...(anyOf ? { anyOf: anyOf.map(inner) } : {}),
    ...(oneOf ? { anyOf: oneOf.map(inner) } : {}),
    ...(allOf ? { allOf: allOf.map(inner) } : {}),
    ...(items ? { items: inner(items) } : {}),
    ...(more === undefined ? {} : { additionalProperties: more }),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])) }
      : {}),
  });
}

/** A draft may hold any JSON in some of its fields; what they mean is in the schemas of the document. */
function withKnownParts(shape: Shape): Shape {
  const { properties } = shape;
  if (!properties) return shape;
  const known: Record<string, Shape> = {};
  if (properties.settings) known.settings = documentShapes().settings;
  if (properties.goalConfig) known.goalConfig = documentShapes().goal;
  for (const name of ["machine_config", "machineConfig"]) if (properties[name]) known[name] = documentShapes().machine;
  const types = properties.type?.enum ?? [];
  const isNode = NODE_TYPES.every((type) => types.includes(type)) && properties.config !== undefined;
  if (!isNode) return { ...shape, properties: { ...properties, ...known } };
  const required = [...(shape.required ?? []), "config"];
  const kinds = Object.entries(documentShapes().configs).map(([type, config]) => {
    // What every kind has in common is tried with the kind that has content.
    const [shared, needed] = type === "CONTENT" ? [properties, ["contentId"]] : [{}, []];
    const own = [...required, ...needed.filter((name) => properties[name] !== undefined)];
    return { ...shape, properties: { ...shared, type: { const: type }, config }, required: own };
  });
  return { anyOf: kinds };
}

type DocumentShapes = { settings: Shape; goal: Shape; machine: Shape; configs: Readonly<Record<NodeType, Shape>> };
let made: DocumentShapes | undefined;

function documentShapes(): DocumentShapes {
  made ??= {
    settings: shapeOf(Settings.extend({ entryConditions: EntryParts.optional() })),
    goal: shapeOf(Goal),
    machine: shapeOf(MachineConfig),
    configs: Object.fromEntries(
      Object.values(nodeKinds).map(({ type, configSchema }) => [type, shapeOf(configSchema)]),
    ) as Record<NodeType, Shape>,
  };
  return made;
}
