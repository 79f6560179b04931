/** What of JSON Schema the API's document uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
};

/** The first lines of every file that is made from the document. */
export const fileHead = `// Made from the API's document by \`npm run api:types\`: change the schemas of the services, not this file.
`;

/** The named schemas of an OpenAPI document as TypeScript, in the order of their names. */
export function apiTypes(schemas: Readonly<Record<string, Schema>>): string {
  return [fileHead, ...schemaTypes(schemas)].join("\n");
}

/** A declaration for each schema, in the order of their names. */
export function schemaTypes(schemas: Readonly<Record<string, Schema>>): string[] {
  return Object.entries(schemas)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, schema]) => `${commentOf(schema, "")}export type ${name} = ${typeOf(schema, "")};\n`);
}

/** A schema as a type; further lines begin with the indent. */
export function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)));
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return union(either.map((one) => typeOf(one, indent)));
  if (schema.allOf !== undefined) return schema.allOf.map((one) => bracketed(one, indent)).join(" & ");
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type }, indent)));
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return listType(schema, indent);
    case "object":
      return objectType(schema, indent);
    default:
      return "unknown";
  }
}

const union = (types: readonly string[]): string => [...new Set(types)].join(" | ");

function bracketed(schema: Schema, indent: string): string {
  const isUnion = [schema.anyOf, schema.oneOf, schema.enum, schema.allOf].some((parts) => parts !== undefined);
  return isUnion || Array.isArray(schema.type) ? `(${typeOf(schema, indent)})` : typeOf(schema, indent);
}

function listType({ items, prefixItems }: Schema, indent: string): string {
  if (prefixItems !== undefined) return `[${prefixItems.map((one) => typeOf(one, indent)).join(", ")}]`;
  return `${bracketed(items ?? {}, indent)}[]`;
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const names = Object.entries(properties);
  const others = typeof additionalProperties === "object" ? typeOf(additionalProperties, indent) : null;
  if (names.length === 0) return `Record<string, ${others ?? "unknown"}>`;
  const inner = `${indent}  `;
  const lines = names.map(([name, schema]) => {
    const key = isIdentifier(name) ? name : JSON.stringify(name);
    return `${commentOf(schema, inner)}${inner}${key}${required.includes(name) ? "" : "?"}: ${typeOf(schema, inner)};`;
  });
  if (others !== null) lines.push(`${inner}[name: string]: unknown;`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** Whether a name may stand without quotes. */
export const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

/** A description as the line above what it describes. */
export const commentOf = ({ description }: Schema, indent: string): string =>
  description === undefined ? "" : `${indent}/** ${description.replaceAll("*/", "* /")} */\n`;
