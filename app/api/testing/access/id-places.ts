import type { Shape } from "./shape.ts";

/** One step down: into a property, into the items of a list, into any key of a map, or into one of several choices. */
export type Step = { readonly property: string } | { readonly choice: number } | "item" | "key";

/** A place of a query or body in which a reference to something of the workspace can stand. */
export type IdPlace = {
  readonly steps: readonly Step[];
  /** The kind of object, by the names of the fields: `toNodeId` → `node`. */
  readonly kind: string;
  readonly spelling: "uuid" | "text" | "number";
};

const NOT_REFERENCES = new Set(["messageId", "writeKey", "instanceKey", "requestId"]);
/** Names that a client gives to people and orders, and that mean something in its own workspace only. */
const OWN_NAMES = new Set(["externalId", "anonymousId", "userId", "orderId"]);
const REFERENCE_NAMES =
  /^(?:segment|audience|journey|campaign|content|offer|channel|creative|template|site|person|people|flow|member|version|from|to)s?$/;
/** What is in them is written into addresses, such as `utm_campaign`. */
const FREE = new Set(["utm"]);
const SEGMENT_LISTS = new Set(["include", "exclude"]);

/** Whether a field names a person or an order by a name that the client gives. */
export const isOwnName = (field: string): boolean => OWN_NAMES.has(field);

/** Every place in a schema in which an id, key or number can stand, at any depth. */
export function idPlaces(shape: Shape, steps: readonly Step[] = [], field = ""): IdPlace[] {
  const choices = shape.anyOf?.flatMap((part, choice) => idPlaces(part, [...steps, { choice }], field)) ?? [];
  const parts = shape.allOf?.flatMap((part) => idPlaces(part, steps, field)) ?? [];
  const properties = Object.entries(shape.properties ?? {}).flatMap(([property, part]) =>
    idPlaces(part, [...steps, { property }], property),
  );
  const items = shape.items ? idPlaces(shape.items, [...steps, "item"], field) : [];
  const more = typeof shape.additionalProperties === "object" ? shape.additionalProperties : null;
  const values = more ? idPlaces(more, [...steps, "key"], field) : [];
  return [...choices, ...parts, ...properties, ...items, ...values, ...ownPlace(shape, steps, field)];
}

function ownPlace(shape: Shape, steps: readonly Step[], field: string): IdPlace[] {
  if (shape.enum || shape.const !== undefined || !isReference(field, steps)) return [];
  const spelling = spellingOf(shape);
  return spelling === null ? [] : [{ steps, kind: kindAt(field, steps), spelling }];
}

/** Steps of journeys clone a campaign that is a template. */
function kindAt(field: string, steps: readonly Step[]): string {
  const kind = kindOf(field) || kindAbove(steps);
  const isInStep = steps.some((step) => typeof step === "object" && "property" in step && CLONING.has(step.property));
  return kind === "campaign" && isInStep ? "campaignTemplate" : kind;
}

const CLONING = new Set(["operations", "states"]);

function isReference(field: string, steps: readonly Step[]): boolean {
  if (
    NOT_REFERENCES.has(field) ||
    steps.some((step) => typeof step === "object" && "property" in step && FREE.has(step.property))
  )
    return false;
  if (SEGMENT_LISTS.has(field)) return steps.includes("item");
  return /(?:^|_)ids?$|Ids?$/.test(field) || REFERENCE_NAMES.test(field);
}

/** Of a field `id` or `ids`: what the list around it holds. */
function kindAbove(steps: readonly Step[]): string {
  const names = steps.flatMap((step) => (typeof step === "object" && "property" in step ? [step.property] : []));
  const above = names.at(-2);
  return above === undefined ? "" : kindOf(above);
}

const AN_ID = "0197a000-0000-7000-8000-00000000000f";

function spellingOf({ type, format, pattern }: Shape): IdPlace["spelling"] | null {
  if (format === "uuid") return "uuid";
  if (type === "integer" || type === "number") return "number";
  const takesIds = format === undefined && (pattern === undefined || new RegExp(pattern, "u").test(AN_ID));
  return type === "string" && takesIds ? "text" : null;
}

const KINDS: Readonly<Record<string, string>> = {
  audience: "segment",
  confirmationContent: "content",
  include: "segment",
  exclude: "segment",
  people: "person",
  endUser: "person",
  external: "person",
  anonymous: "person",
  user: "person",
  sourceNode: "node",
  targetNode: "node",
  toNode: "node",
  steps: "node",
  targetStep: "node",
  defaultTargetStep: "node",
  includeSegment: "segment",
  excludeSegment: "segment",
  creative: "content",
  template: "content",
  from: "version",
  to: "version",
  flow: "journey",
  place: "workspace",
};

/** `segment_ids` → `segment`, `toNodeId` → `node`, `people` → `person`; `""` for a bare `id`. */
export function kindOf(field: string): string {
  const camel = field.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const bare = camel.replace(/(?:^i|I)ds?$/, "");
  return KINDS[bare] ?? singular(bare);
}

export function singular(noun: string): string {
  if (noun === "people") return "person";
  if (/(?:ss|us)$/.test(noun)) return noun;
  return noun.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
}
