export type TracesConfig = {
  /** Where traces are sent, with its path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly delayMs: number;
  /** The share of new traces that is recorded, 0 to 1. */
  readonly ratio: number;
  readonly resource: Readonly<Record<string, string>>;
};

/** OpenTelemetry's own variables, as they were written; absent = not set. */
export type TracesVariables = {
  readonly OTEL_SDK_DISABLED?: boolean | undefined;
  readonly OTEL_TRACES_EXPORTER?: "otlp" | "none" | undefined;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TIMEOUT?: number | undefined;
  readonly OTEL_BSP_SCHEDULE_DELAY?: number | undefined;
  readonly OTEL_SERVICE_NAME?: string | undefined;
  readonly OTEL_RESOURCE_ATTRIBUTES?: string | undefined;
  readonly OTEL_TRACES_SAMPLER?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG?: number | undefined;
};

export const SAMPLERS = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/** Where traces go; null: nowhere, as no endpoint is set. */
export function tracesOf(env: TracesVariables): TracesConfig | null {
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, "");
  const url = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base === undefined ? undefined : `${base}/v1/traces`);
  if (url === undefined || env.OTEL_SDK_DISABLED || env.OTEL_TRACES_EXPORTER === "none") return null;
  return {
    url,
    headers: pairsOf(env.OTEL_EXPORTER_OTLP_HEADERS),
    timeoutMs: env.OTEL_EXPORTER_OTLP_TIMEOUT ?? 10_000,
    delayMs: env.OTEL_BSP_SCHEDULE_DELAY ?? 5_000,
    ratio: ratioOf(env.OTEL_TRACES_SAMPLER ?? "parentbased_always_on", env.OTEL_TRACES_SAMPLER_ARG ?? 1),
    resource: { ...pairsOf(env.OTEL_RESOURCE_ATTRIBUTES), "service.name": serviceName(env) },
  };
}

const serviceName = (env: TracesVariables): string =>
  env.OTEL_SERVICE_NAME ?? pairsOf(env.OTEL_RESOURCE_ATTRIBUTES)["service.name"] ?? "sojourn";

function ratioOf(sampler: string, ratio: number): number {
  if (sampler.endsWith("always_off")) return 0;
  return sampler.endsWith("traceidratio") ? ratio : 1;
}

/** `a=1,b=two%20words`. */
function pairsOf(text = ""): Record<string, string> {
  const pairs = text.split(",").flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return name.trim() === "" ? [] : [[name.trim(), decoded(value.join("=").trim())] as const];
  });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
