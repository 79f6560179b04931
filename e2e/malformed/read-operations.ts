export type Schema = { readonly [key: string]: unknown };
export type Parameter = { readonly name: string; readonly in: string; readonly schema?: Schema };
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  /** Whether a good answer goes on for ever. */
  readonly streams: boolean;
};
export type Api = {
  readonly operations: readonly [Operation, ...Operation[]];
  readonly schemas: Record<string, Schema>;
};

type Documented = {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: Schema }> };
  readonly responses?: Record<string, { readonly content?: Record<string, unknown> }>;
};
type Document = {
  readonly paths: Record<string, Record<string, Documented>>;
  readonly components: { readonly schemas: Record<string, Schema> };
};

/** Ends what the other requests need, or takes minutes: a member's own session and password, and the demo's data. */
const LEFT_OUT = /^\/api\/(auth|demo|me\/workspace)/;

/** Addresses beside the document: Segment's short ones, pages, and what is at no address. */
const UNDOCUMENTED = ["t", "i", "p", "g", "s", "a", "b", "import", "track", "identify", "batch", "nothing"].map(
  (path): Operation => ({ method: "POST", path: `/v1/${path}`, parameters: [], body: null, streams: false }),
);
const READ = [
  "/",
  "/journeys",
  "/journeys/{id}",
  "/people/{id}",
  "/api/{id}",
  "/v1/projects/{id}/settings",
  "/sourceConfig",
].map((path): Operation => ({ method: "GET", path, parameters: [], body: null, streams: false }));

/** Every operation of a started server, as its own document describes them. */
export async function readOperations(url: string): Promise<Api> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document;
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(method.toUpperCase(), path, operation)),
  );
  const [first, ...rest] = documented.filter(({ path }) => !LEFT_OUT.test(path));
  if (!first) throw new Error("The document describes no operation");
  return { operations: [first, ...rest, ...UNDOCUMENTED, ...READ], schemas: document.components.schemas };
}

function operationOf(method: string, path: string, documented: Documented): Operation {
  const { parameters = [], requestBody, responses = {} } = documented;
  const produced = Object.values(responses).flatMap(({ content = {} }) => Object.keys(content));
  return {
    method,
    path,
    parameters: parameters.flatMap((parameter) => ("$ref" in parameter ? [] : [parameter])),
    body: requestBody?.content?.["application/json"]?.schema ?? null,
    streams: produced.includes("text/event-stream"),
  };
}
