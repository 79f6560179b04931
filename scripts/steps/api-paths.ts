import { commentOf, fileHead, isIdentifier, type Schema, schemaTypes, typeOf } from "./api-types.ts";

type Content = Readonly<Record<string, { readonly schema: Schema }>>;
type Reference = { readonly $ref: string };

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

type Operation = {
  readonly summary: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content } | Reference>>;
};

/** What of an OpenAPI document a client's types are made of. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const INDENT = "      ";

/** An OpenAPI document as the types of a client: its addresses as openapi-fetch reads them, and its named schemas. */
export function clientTypes({ paths, components }: ApiDocument): string {
  const addresses = Object.entries(paths)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, item]) => `  ${JSON.stringify(path)}: {\n${Object.entries(item).map(operationType).join("")}  };\n`);
  const head = "/** The addresses of the API: what each takes and answers. */\nexport type paths = {\n";
  return [fileHead, `${head}${addresses.join("")}};\n`, ...schemaTypes(components.schemas)].join("\n");
}

function operationType([method, operation]: readonly [string, Operation]): string {
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => `        ${status}: ${responseType(response)};\n`,
  );
  return [
    commentOf({ description: operation.summary }, "    "),
    `    ${method}: {\n${INDENT}parameters: ${parametersType(operation.parameters)};\n`,
    bodyType(operation.requestBody),
    `${INDENT}responses: {\n${responses.join("")}${INDENT}};\n    };\n`,
  ].join("");
}

function parametersType(parameters: Operation["parameters"]): string {
  const own = parameters.filter((one): one is Parameter => !("$ref" in one));
  const groups = ["path", "query"].flatMap((place) => {
    const fields = own.filter((one) => one.in === place);
    if (fields.length === 0) return [];
    const lines = fields.map((one) => `          ${fieldType(one)}\n`);
    const optional = fields.some((one) => one.required) ? "" : "?";
    return [`        ${place}${optional}: {\n${lines.join("")}        };\n`];
  });
  return groups.length === 0 ? "Record<string, never>" : `{\n${groups.join("")}${INDENT}}`;
}

/** A number in an address is the text of its digits. */
function fieldType({ name, required, schema }: Parameter): string {
  const type = typeOf(schema, "          ");
  const written = type === "string" ? "string | number" : type;
  return `${isIdentifier(name) ? name : JSON.stringify(name)}${required ? "" : "?"}: ${written};`;
}

function bodyType(body: Operation["requestBody"]): string {
  if (body === undefined) return "";
  return `${INDENT}requestBody${body.required ? "" : "?"}: { content: ${contentType(body.content)} };\n`;
}

function responseType(response: { readonly content?: Content } | Reference): string {
  if ("$ref" in response) return '{ content: { "application/problem+json": ProblemDocument } }';
  return response.content === undefined ? "{ content?: never }" : `{ content: ${contentType(response.content)} }`;
}

function contentType(content: Content): string {
  const kinds = Object.entries(content).map(
    ([kind, { schema }]) => `${JSON.stringify(kind)}: ${typeOf(schema, "        ")}`,
  );
  return `{ ${kinds.join("; ")} }`;
}
