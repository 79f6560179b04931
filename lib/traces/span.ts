/**
 * What a span says beside its name. Give numbers, codes and names of Sojourn's own: never an id of a person, a trait, an
 * address or a URL, as traces leave the house.
 */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type SpanKind = "internal" | "server" | "client";

/** Times are nanoseconds since 1970, as OTLP has them. */
export type Span = {
  name: string;
  readonly kind: SpanKind;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly isRecorded: boolean;
  readonly began: bigint;
  ended: bigint | null;
  attributes: Attributes;
  hasFailed: boolean;
  /** There was nothing to do, so nobody needs to see it. */
  isDropped: boolean;
};

const KINDS: Readonly<Record<SpanKind, number>> = { internal: 1, server: 2, client: 3 };
const FAILED = 2;

/** A span as OTLP's JSON has it. */
export function spanJson({ kind, traceId, spanId, parentId, began, ended, name, attributes, hasFailed }: Span) {
  return {
    traceId,
    spanId,
    ...(parentId === null ? {} : { parentSpanId: parentId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: String(began),
    endTimeUnixNano: String(ended ?? began),
    attributes: attributesJson(attributes),
    status: hasFailed ? { code: FAILED } : {},
  };
}

export const attributesJson = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: valueJson(value) }));

function valueJson(value: string | number | boolean) {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
