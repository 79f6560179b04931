/** Traces for OpenTelemetry collectors (docs/operations.md, "Traces"). */
export { describeSpan, inSpan } from "./in-span.ts";
export { openTraces } from "./open-traces.ts";
