import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiDocument, registeredRoutes } from "#http";
import { GET } from "./openapi.json/route.ts";
import { apiRoutes } from "./routes.ts";

type Operation = { operationId: string; responses: Record<string, unknown>; parameters: { name: string }[] };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } };

const document = async (): Promise<Document> =>
  (await GET(new Request("http://localhost/api/openapi.json"))).json() as Promise<Document>;

/** Answered by another library, with bytes, or by the document itself. */
const ASIDE = ["/api/[...rest]", "/api/auth/[...all]", "/api/health", "/api/ready", "/images/[file]"];
/** Next leaves the names of groups, in round brackets, out of addresses. */
const addressOf = (file: string): string => `/${file.replace(/\/?route\.ts$/, "").replaceAll(/\([^)]*\)\//g, "")}`;
const PAGES = ["/api/openapi.json", "/api/reference", "/api/reference/script.js"];
/** Pages for people outside: the shop that the studio frames, and those behind signed links. */
const OUTSIDE = [
  "/demo-shop-page",
  "/confirm-subscription/[token]",
  "/preferences/[token]",
  "/surveys/[token]",
  "/unsubscribe/[token]",
];

test("every route file is in the index", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?:^|\/)route\.ts$/.test(file),
  );
  const paths = files.map(addressOf);
  expect(paths.filter((path) => ![...ASIDE, ...PAGES, ...OUTSIDE].includes(path)).sort()).toEqual(
    Object.keys(apiRoutes).sort(),
  );
});

test("every route says the path it stands at, and each of its methods is registered", () => {
  const defined = Object.entries(apiRoutes).flatMap(([path, module]) =>
    Object.keys(module)
      .filter((name) => /^[A-Z]+$/.test(name))
      .map((method) => `${method} ${path}`),
  );
  expect(
    registeredRoutes()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(defined.sort());
});

test("the document lists every route with an answer and its path's parameters", async () => {
  const { openapi, paths } = await document();
  expect(openapi).toBe("3.1.0");
  for (const { method, path, status } of registeredRoutes()) {
    const operation = paths[path.replaceAll(/\[(\w+)\]/g, "{$1}")]?.[method.toLowerCase()];
    expect(operation, `${method} ${path}`).toBeDefined();
    expect(Object.keys(operation?.responses ?? {})).toEqual([String(status ?? 200), "default"]);
    const named = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name);
    expect(operation?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  }
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/api/track", "/v1/batch", "/api/health"]));
});

test("every POST that may be repeated with an Idempotency-Key says so, and nothing else does", async () => {
  const { paths, components } = await document();
  const own = new Set(
    registeredRoutes().flatMap(({ path, role }) => (role === "public" ? [] : [path.replaceAll(/\[(\w+)\]/g, "{$1}")])),
  );
  const said = (operation: Operation) => JSON.stringify(operation.parameters).includes("IdempotencyKey");
  const wrong = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      said(operation) === (own.has(path) && method === "post") ? [] : [`${method} ${path}`],
    ),
  );
  expect(wrong).toEqual([]);
  expect(components).toMatchObject({ parameters: { IdempotencyKey: { name: "Idempotency-Key", in: "header" } } });
});

test("operations have names of their own, and every reference leads somewhere", async () => {
  const made = await document();
  const ids = Object.values(made.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
  const references = [...JSON.stringify(made).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(20);
  for (const name of references) expect(Object.keys(made.components.schemas)).toContain(name);
  expect(JSON.stringify(made)).not.toContain("#/$defs/");
});

test("T1: the document, which anybody may ask for, is made once", async () => {
  const of = (host: string) => GET(new Request("http://localhost/api/openapi.json", { headers: { host } })).json();
  const [first, second] = [await of("one.example"), await of("two.example")];
  expect(first.servers).toEqual([{ url: "http://one.example" }]);
  expect({ ...second, servers: first.servers }).toEqual(first);
  expect(openApiDocument("a").paths).toBe(openApiDocument("b").paths);
});

test("S10: the body of every call refuses a field that it does not know", async () => {
  const { paths, components } = await document();
  const schemas = components.schemas as Record<string, JsonSchema>;
  const wrong = registeredRoutes().flatMap(({ method, path }) => {
    const operation = paths[path.replaceAll(/\[(\w+)\]/g, "{$1}")]?.[method.toLowerCase()] as
      | { requestBody?: { content?: { "application/json": { schema: JsonSchema } } } }
      | undefined;
    const given = operation?.requestBody?.content?.["application/json"].schema;
    if (given === undefined) return [];
    return isClosed(given, schemas) ? [] : [`${method} ${path}`];
  });
  expect(wrong).toEqual([]);
});

type JsonSchema = { $ref?: string; additionalProperties?: unknown; anyOf?: JsonSchema[]; oneOf?: JsonSchema[] };

function isClosed(schema: JsonSchema | undefined, named: Record<string, JsonSchema>): boolean {
  const name = schema?.$ref?.split("/").at(-1);
  if (name !== undefined) return isClosed(named[name], named);
  const ways = schema?.anyOf ?? schema?.oneOf;
  return ways ? ways.every((way) => isClosed(way, named)) : schema?.additionalProperties === false;
}
