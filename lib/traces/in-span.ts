import { randomBytes } from "node:crypto";
import type { Attributes, Span, SpanKind } from "./span.ts";
import { traces } from "./state.ts";

type About = {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** The header `traceparent` of a request. */
  readonly traceparent?: string | undefined;
};

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Runs `work` as a span, within the one that runs now. Without a collector it only runs it. What the span says later, and
 * whether it is kept, is told by `describeSpan`.
 */
export async function inSpan<Answer>(name: string, about: About, work: () => Promise<Answer>): Promise<Answer> {
  const { exporter, running } = traces;
  if (exporter === null) return await work();
  const span = newSpan(name, about);
  try {
    return await running.run(span, work);
  } catch (error) {
    span.hasFailed = true;
    throw error;
  } finally {
    span.ended = nowNanos();
    if (span.isRecorded && !span.isDropped) exporter.add(span);
  }
}

/** Says more of the span that runs now, if there is one. */
export function describeSpan(
  attributes: Attributes,
  about: { readonly name?: string; readonly hasFailed?: boolean; readonly isDropped?: boolean } = {},
): void {
  const span = traces.running.getStore();
  if (span === undefined) return;
  span.attributes = { ...span.attributes, ...attributes };
  if (about.name !== undefined) span.name = about.name;
  span.hasFailed ||= about.hasFailed ?? false;
  span.isDropped ||= about.isDropped ?? false;
}

function newSpan(name: string, { kind = "internal", attributes = {}, traceparent = "" }: About): Span {
  const outer = traces.running.getStore();
  const [, remoteTrace, remoteSpan, flags] = TRACEPARENT.exec(traceparent) ?? [];
  const isSampled = remoteTrace ? (Number.parseInt(flags ?? "0", 16) & 1) === 1 : Math.random() < traces.ratio;
  return {
    name,
    kind,
    attributes,
    traceId: outer?.traceId ?? remoteTrace ?? randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    parentId: outer?.spanId ?? remoteSpan ?? null,
    isRecorded: outer?.isRecorded ?? isSampled,
    began: nowNanos(),
    ended: null,
    hasFailed: false,
    isDropped: false,
  };
}

const nowNanos = (): bigint => BigInt(Math.round((performance.timeOrigin + performance.now()) * 1_000)) * 1_000n;
