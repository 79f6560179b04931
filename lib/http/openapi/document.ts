import { ProblemDocument } from "../problem.ts";
import { type RouteInfo, registeredRoutes } from "../registry.ts";
import { otherRoutes } from "./other-routes.ts";
import { SchemaBook } from "./schemas.ts";

type Json = Record<string, unknown>;

const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes it safe to repeat the request: for a day, the same key returns the first response, with the header `Idempotent-Replayed: true`. A key belongs to one request: with a different body it is refused (422), and also while the first request is still running (409).",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
};

/** In the order in which readers need them. */
const TAG_ORDER = ["Journeys", "Enrollments", "Analytics", "People", "Events", "Ingestion", "Content", "Deliveries"];

// Cached, because anyone may request it and building it takes a tenth of a second or more.
let made: { readonly routes: number; readonly document: Json } | undefined;

/** The OpenAPI 3.1 document of every registered route and of the routes served elsewhere. */
export function openApiDocument(serverUrl: string): Json {
  const routes = registeredRoutes().length;
  if (made?.routes !== routes) made = { routes, document: makeDocument() };
  return { ...made.document, servers: [{ url: serverUrl }] };
}

function makeDocument(): Json {
  const book = new SchemaBook();
  const paths: Record<string, Json> = {};
  for (const route of [...registeredRoutes(), ...otherRoutes]) {
    const path = route.path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(book, route) };
  }
  const problem = book.read(ProblemDocument, "output");
  return {
    openapi: "3.1.0",
    info: {
      title: "Sojourn",
      version: "1",
      description: "Journeys, the people enrolled in them, and the messages they get.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [],
    security: [{ bearer: [] }, { apiKey: [] }, { session: [] }],
    tags: tagsOf(paths),
    paths,
    components: {
      schemas: book.schemas,
      responses: {
        Problem: { description: "A problem", content: { "application/problem+json": { schema: problem } } },
      },
      parameters: { IdempotencyKey: idempotencyKey },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A JWT, or a secret key (`sk_…`)" },
        apiKey: { type: "apiKey", in: "header", name: "Api-Key", description: "A secret key" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "sojourn.session_token",
          description: "Signed in on the dashboard",
        },
      },
    },
  };
}

function operationOf(book: SchemaBook, route: RouteInfo): Json {
  const status = String(route.status ?? 200);
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: route.tags,
    ...(route.role === "public" ? { security: [] } : { "x-role": route.role }),
    parameters: [
      ...parametersOf(book, route, "path"),
      ...parametersOf(book, route, "query"),
      ...(route.repeatable ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ],
    ...(route.body ? { requestBody: requestBody(book, route) } : {}),
    responses: { [status]: successOf(book, route, status), default: { $ref: "#/components/responses/Problem" } },
  };
}

function successOf(book: SchemaBook, route: RouteInfo, status: string): Json {
  if (!route.response || status === "204") return { description: "Done" };
  const schema = book.read(route.response, "output");
  return { description: "Done", content: { [route.produces ?? "application/json"]: { schema } } };
}

function requestBody(book: SchemaBook, { body }: RouteInfo): Json {
  if (!body) return {};
  const required = !body.safeParse(undefined).success;
  return { required, content: { "application/json": { schema: book.read(body, "input") } } };
}

function parametersOf(book: SchemaBook, route: RouteInfo, place: "path" | "query"): Json[] {
  const schema = place === "path" ? route.params : route.query;
  if (!schema) return [];
  const { properties = {}, required = [] } = book.read(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...inner }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: inner,
  }));
}

/** `GET /api/journeys/[id]/stats` → `getJourneysByIdStats`. */
function operationId({ method, path }: RouteInfo): string {
  const words = path
    .split("/")
    .filter((part) => part !== "api")
    .flatMap((part) => (part.startsWith("[") ? ["by", ...wordsOf(part)] : wordsOf(part)));
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const wordsOf = (part: string): string[] => part.split(/[^A-Za-z0-9]+/).filter(Boolean);

function tagsOf(paths: Record<string, Json>): { name: string }[] {
  const names = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap((operation) => (operation as { tags: string[] }).tags),
  );
  return [...new Set([...TAG_ORDER, ...names])].map((name) => ({ name }));
}
