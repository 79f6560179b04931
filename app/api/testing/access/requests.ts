import type { RouteInfo } from "#http";
import { send } from "../client.ts";
import { EXAMPLES, type Example } from "./examples.ts";
import { type IdPlace, idPlaces, isOwnName, kindOf, singular } from "./id-places.ts";
import { type Maker, makeValue } from "./make-value.ts";
import { type Names, type Objects, objectOf } from "./objects.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** A place in a request of a route in which a reference can stand. */
export type RequestPlace = IdPlace & { readonly part: "path" | "query" | "body"; readonly label: string };
export type Given = { readonly place: RequestPlace; readonly value: string | number };

export const nameOf = ({ method, path }: RouteInfo): string => `${method} ${path}`;

const shapes = new Map<unknown, Shape>();

function shapeOfPart(route: RouteInfo, part: "query" | "body"): Shape | null {
  const schema = route[part];
  if (!schema) return null;
  const shape = shapes.get(schema) ?? shapeOf(schema);
  shapes.set(schema, shape);
  return shape;
}

/** Every place of a route's path, query and body in which a reference can stand. */
export function placesOf(route: RouteInfo): RequestPlace[] {
  const inPath = [...route.path.matchAll(/\[(\w+)\]/g)].flatMap(([, name = ""]): RequestPlace[] => {
    if (isOwnName(name) || NO_NAMES.has(name)) return [];
    const kind = kindInPath(route.path, name);
    return [{ steps: [{ property: name }], kind, spelling: spellingInPath(route.path), part: "path", label: name }];
  });
  const inside = (["query", "body"] as const).flatMap((part) => {
    const shape = shapeOfPart(route, part);
    const places = (shape ? idPlaces(shape) : []).filter(({ steps }) => part === "query" || !steps.some(namesPerson));
    return places
      .filter(({ steps }) => !namesOwnStep(route.path, steps) && !isElsewhere(route.path, steps))
      .map((place) => ({
        ...place,
        kind: kindIn(route.path, place),
        part,
        label: `${part}${place.steps.map(labelOf).join("")}`,
      }));
  });
  return [...inPath, ...inside];
}

/** A template of a campaign is a campaign; of a message, content. */
function kindIn(path: string, { kind, steps }: IdPlace): string {
  const isTemplate = kind === "content" && steps.some((step) => isNamed(step, TEMPLATES));
  if (isTemplate && nounOf(path) === "campaign") return "campaignTemplate";
  // The plans of the examples are about the journey that no other request changes.
  if (nounOf(path) === "plan" && steps.some((step) => isNamed(step, PLANNED))) return PLAN_KINDS[kind] ?? kind;
  return kind || nounOf(path);
}

const PLANNED = new Set(["migration"]);
const PLAN_KINDS: Readonly<Record<string, string>> = { node: "partedNode", version: "partedVersion" };

const TEMPLATES = new Set(["templateId"]);

/** In a body, such a name may create a person, like any other text. */
const namesPerson = (step: IdPlace["steps"][number]): boolean =>
  typeof step === "object" && "property" in step && isOwnName(step.property);

/** The steps of `/api/v1/journeys` and what leads to them are named by the body itself, like the nodes' names of a draft. */
const namesOwnStep = (path: string, steps: IdPlace["steps"]): boolean =>
  path.startsWith("/api/v1/journeys") && steps.some((step) => isNamed(step, OWN_STEPS));

/** Parts of a path that name no object: a kind of service, and the count of a revision. */
const NO_NAMES = new Set(["service", "revision"]);

/**
 * What is named like an object and is none of the workspace: the set-up of a provider, the addresses of a test mail, and
 * the parts of a bundle, which it brings along and names by key.
 */
const isElsewhere = (path: string, steps: IdPlace["steps"]): boolean =>
  path.startsWith("/api/providers/") ||
  (path.endsWith("/test-sends") && steps.some((step) => isNamed(step, RECIPIENTS))) ||
  (path === "/api/bundles" && steps.some((step) => isNamed(step, BUNDLED)));

const RECIPIENTS = new Set(["to"]);
const BUNDLED = new Set(["bundle"]);

const OWN_STEPS = new Set(["id", "targetStepId", "defaultTargetStepId", "next"]);

const isNamed = (step: IdPlace["steps"][number], names: ReadonlySet<string>): boolean =>
  typeof step === "object" && "property" in step && names.has(step.property);

const labelOf = (step: IdPlace["steps"][number]): string => {
  if (typeof step === "string") return step === "item" ? "[]" : "{}";
  return "property" in step ? `.${step.property}` : `(${step.choice + 1})`;
};

/** `/api/journeys/[id]/splits` → `journey`: the kind of thing that an address is about. */
const nounOf = (path: string): string =>
  singular(path.split("/").find((part) => !["", "api", "v1"].includes(part)) ?? "");

function kindInPath(path: string, name: string): string {
  if (path.startsWith("/places/") && name === "journeyId") return "placed";
  if (path.startsWith("/api/v1/journeys/")) return "stepped";
  const parts = path.split("/");
  const before = singular(parts[parts.indexOf(`[${name}]`) - 1] ?? "");
  if (name === "id") return before;
  return before === "split" && name === "nodeId" ? "split" : kindOf(name);
}

/** The addresses of places know numbers only. */
const spellingInPath = (path: string): "text" | "number" => (path.startsWith("/places/") ? "number" : "text");

/** The spellings by which an object can be named at a place. */
export function spellingsOf({ part, spelling }: RequestPlace, names: Names): (keyof Names)[] {
  if (spelling === "uuid") return ["id"];
  if (spelling === "number") return names.number === undefined ? [] : ["number"];
  const others = (["key", "number"] as const).filter((one) => names[one] !== undefined);
  return part === "body" ? ["id", ...others.slice(0, 1)] : ["id", ...others];
}

let counter = 0;

function makerFor(own: Objects): Maker {
  return {
    next: () => ++counter,
    own: (kind, spelling) => {
      const names = objectOf(own, kind);
      return spelling === "number" ? names?.number : names?.id;
    },
  };
}

export type Made = { readonly address: string; readonly body: unknown };

/** A request that is as valid as a route's schemas and examples say, with the caller's own objects, and the given value. */
export function makeRequest(route: RouteInfo, own: Objects, given: Given | null): Made {
  const maker = makerFor(own);
  const example = exampleFor(route, own, given);
  const at = (part: RequestPlace["part"]) =>
    given?.place.part === part ? { steps: given.place.steps, value: textOf(given) } : null;
  const path = route.path.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    if (given?.place.part === "path" && given.place.label === name) return encodeURIComponent(String(given.value));
    const names = objectOf(own, kindInPath(route.path, name));
    const named = spellingInPath(route.path) === "number" ? names?.number : names?.id;
    return encodeURIComponent(example.path?.[name] ?? named ?? "0197a000-0000-7000-8000-00000000000f");
  });
  const query = shapeOfPart(route, "query");
  const values = query ? { ...example.query, ...(makeValue(query, maker, at("query")) as object) } : {};
  const search = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  const shape = shapeOfPart(route, "body");
  const inBody = at("body");
  const body = shape ? merged(example.body, makeValue(shape, maker, inBody), inBody?.steps ?? null) : undefined;
  return { address: search.size > 0 ? `${path}?${search}` : path, body };
}

/** Of fields that exclude each other, and of kinds of bodies, the example's gives way to the one that is asked about. */
function exampleFor(route: RouteInfo, own: Objects, given: Given | null): Example {
  const { bodies, ...found } = EXAMPLES[nameOf(route)]?.(own) ?? {};
  const [first] = given?.place.steps ?? [];
  const choice = typeof first === "object" && "choice" in first ? first.choice : null;
  const example: Example =
    choice !== null && bodies?.[choice] !== undefined ? { ...found, body: bodies[choice] } : found;
  const field = typeof first === "object" && "property" in first ? first.property : "";
  if (!example.either?.includes(field)) return example;
  const left = (fields: unknown) =>
    isMap(fields) ? Object.fromEntries(Object.entries(fields).filter(([name]) => name === field)) : {};
  return { ...example, query: left(example.query) as Record<string, string>, body: example.body && left(example.body) };
}

const textOf = ({ place, value }: Given): string | number => (place.spelling === "number" ? value : String(value));

/**
 * The example with what is made where the example says nothing, and with the given value at its place: in a list of one
 * in that one, in a longer one behind the others.
 */
function merged(example: unknown, made: unknown, steps: IdPlace["steps"] | null): unknown {
  if (example === undefined) return made;
  if (steps === null) return isMap(example) && isMap(made) ? { ...made, ...example } : example;
  const [step, ...rest] = steps.filter((one) => typeof one === "string" || "property" in one);
  if (step === "item" && Array.isArray(example) && Array.isArray(made)) {
    return example.length === 1 ? [merged(example[0], made[0], rest)] : [...example, ...made];
  }
  if (step === "key" && isMap(example) && isMap(made)) return { ...example, ...made };
  if (typeof step !== "object" || !("property" in step) || !isMap(example) || !isMap(made)) return made;
  const { property } = step;
  return { ...made, ...example, [property]: merged(example[property], made[property], rest) };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export type Answer = { readonly status: number; readonly text: string };

/** Calls a route with this request; a stream is closed as soon as it is answered. */
export async function ask(route: RouteInfo, { address, body }: Made, key: string | null): Promise<Answer> {
  const options = { body, ...(key === null ? {} : { key }) };
  const response = await send(route.method, address, options, AbortSignal.timeout(5_000));
  const streams = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (!streams) return { status: response.status, text: await response.text() };
  await response.body?.cancel();
  return { status: response.status, text: "" };
}
