import { hostname } from "node:os";
import { resolve } from "node:path";
import * as z from "zod";
import { senderMistake } from "#addresses";
import { ConfigError } from "./config-error.ts";
import { isNetwork, isPersonal, networksOf, OWN_NETWORKS } from "./networks.ts";
import { type OidcConfig, oidcOf } from "./oidc.ts";
import { SAMPLERS, type TracesConfig, tracesOf } from "./traces.ts";

const emptyIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsUnset, schema.optional());
const flag = optional(
  z.enum(["0", "1", "true", "false"], "write 1 or 0").transform((value) => value === "1" || value === "true"),
);
const days = optional(z.coerce.number("write a number of days").int().min(1, "at least 1"));
const urlOf = (protocols: RegExp, example: string) =>
  optional(z.url({ protocol: protocols, error: `write an address such as ${example}` }));
const postgresUrl = urlOf(/^postgres(ql)?$/, "postgres://user:password@host:5432/sojourn");
const networks = optional(
  z.string().transform((text, check) => {
    const listed = networksOf(text);
    for (const network of listed)
      if (!isNetwork(network))
        check.addIssue({
          code: "custom",
          message: `“${network}” is no network; write one such as 10.1.0.0/16 or fd12::/16`,
        });
    return listed;
  }),
);
const sender = optional(
  z.string().superRefine((text, check) => {
    const mistake = senderMistake(text);
    if (mistake !== null) check.addIssue({ code: "custom", message: mistake });
  }),
);
/** Separated by spaces; `database` stands for the one that is kept there. */
const oldSecrets = optional(
  z
    .string()
    .transform((text) => text.split(/\s+/).filter((entry) => entry !== ""))
    .refine(
      (list) => list.every((entry) => entry === "database" || entry.length >= 32),
      "each has at least 32 characters",
    ),
);
const keyOf = (prefix: "sk" | "pk") =>
  optional(
    z
      .string()
      .regex(
        new RegExp(`^${prefix}_[A-Za-z0-9_-]{16,}$`),
        `starts with ${prefix}_ and has at least 16 letters or digits after it`,
      ),
  );

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

/** Every variable that Sojourn reads; the README's table tells the same. */
const Environment = z.object({
  PORT: optional(z.coerce.number("write a number").int().min(1, "1 to 65535").max(65_535, "1 to 65535")),
  HOSTNAME: optional(z.string()),
  DATABASE_URL: postgresUrl,
  DATABASE_POOLED: flag,
  DATABASE_DIRECT_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrl,
  SOJOURN_DATA_DIR: optional(z.string()),
  SOJOURN_URL: urlOf(/^https?$/, "https://journeys.example.com"),
  SOJOURN_PUBLIC_URL: urlOf(/^https?$/, "https://mail.example.com"),
  SOJOURN_SECRET: optional(z.string().min(32, "at least 32 characters")),
  SOJOURN_OLD_SECRETS: oldSecrets,
  SOJOURN_OIDC_ISSUER: urlOf(/^https?$/, "https://login.example.com"),
  SOJOURN_OIDC_CLIENT_ID: optional(z.string().max(255, "at most 255 characters")),
  SOJOURN_OIDC_CLIENT_SECRET: optional(z.string().max(1_000, "at most 1,000 characters")),
  SOJOURN_OIDC_NAME: optional(z.string().trim().max(60, "at most 60 characters")),
  SOJOURN_RATE_LIMIT: optional(z.coerce.number("write a number of requests a minute").int().min(1, "at least 1")),
  SOJOURN_TRUST_PROXY: flag,
  SOJOURN_DEMO: flag,
  SOJOURN_DEFAULT_FROM: sender,
  SOJOURN_ALLOWED_NETWORKS: networks,
  /** Before SOJOURN_ALLOWED_NETWORKS: 1 stands for this machine and private networks, 0 for none. */
  SOJOURN_PRIVATE_WEBHOOKS: flag,
  SOJOURN_AFTER_GAP: optional(z.enum(["ask", "fire", "shift", "drop"], "write ask, fire, shift or drop")),
  SOJOURN_KEEP_EVENTS_DAYS: days,
  SOJOURN_KEEP_HISTORY_DAYS: days,
  SOJOURN_KEEP_DELIVERIES_DAYS: days,
  SOJOURN_DEDUPE_DAYS: optional(
    z.coerce.number("write a number of days").int().min(1, "at least 1").max(30, "1 to 30"),
  ),
  SOJOURN_LOG: optional(z.enum(LOG_LEVELS, "write debug, info, warn or error")),
  SOJOURN_LOG_FORMAT: optional(z.enum(["text", "json"], "write text or json")),
  SOJOURN_METRICS_PORT: optional(
    z.coerce.number("write a number").int().min(1, "1 to 65535").max(65_535, "1 to 65535"),
  ),
  SOJOURN_METRICS_HOST: optional(z.string()),
  OTEL_SDK_DISABLED: flag,
  OTEL_TRACES_EXPORTER: optional(z.enum(["otlp", "none"], "write otlp or none")),
  OTEL_EXPORTER_OTLP_PROTOCOL: optional(
    z.enum(["http/json", "http/protobuf"], "traces are sent by HTTP; give the collector’s port for it, usually 4318"),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: urlOf(/^https?$/, "http://localhost:4318"),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: urlOf(/^https?$/, "http://localhost:4318/v1/traces"),
  OTEL_EXPORTER_OTLP_HEADERS: optional(z.string()),
  OTEL_EXPORTER_OTLP_TIMEOUT: optional(z.coerce.number("write milliseconds").int().min(1, "at least 1")),
  OTEL_BSP_SCHEDULE_DELAY: optional(z.coerce.number("write milliseconds").int().min(1, "at least 1")),
  OTEL_SERVICE_NAME: optional(z.string()),
  OTEL_RESOURCE_ATTRIBUTES: optional(z.string()),
  OTEL_TRACES_SAMPLER: optional(z.enum(SAMPLERS, `write one of ${SAMPLERS.join(", ")}`)),
  OTEL_TRACES_SAMPLER_ARG: optional(z.coerce.number("write a share from 0 to 1").min(0, "0 to 1").max(1, "0 to 1")),
  SOJOURN_S3_URL: urlOf(/^https?$/, "https://s3.eu-central-1.amazonaws.com"),
  SOJOURN_S3_BUCKET: optional(z.string().regex(/^[\w.-]{1,255}$/, "write the name of a bucket")),
  SOJOURN_S3_REGION: optional(z.string().max(100, "at most 100 characters")),
  SOJOURN_S3_KEY_ID: optional(z.string().max(255, "at most 255 characters")),
  SOJOURN_S3_SECRET: optional(z.string().max(255, "at most 255 characters")),
  SMTP_URL: urlOf(/^smtps?$/, "smtp://user:password@mail.example.com:587"),
  SOJOURN_INIT_EMAIL: optional(z.email("write an email address")),
  SOJOURN_INIT_PASSWORD: optional(z.string().min(8, "at least 8 characters").max(128, "at most 128 characters")),
  SOJOURN_INIT_WORKSPACE: optional(z.string().max(120, "at most 120 characters")),
  SOJOURN_INIT_SECRET_KEY: keyOf("sk"),
  SOJOURN_INIT_PUBLISHABLE_KEY: keyOf("pk"),
});

export type InitConfig = {
  readonly email: string | null;
  readonly password: string | null;
  readonly workspace: string | null;
  readonly secretKey: string | null;
  readonly publishableKey: string | null;
};

export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogConfig = {
  /** Entries below this level are not written. */
  readonly level: LogLevel;
  readonly format: "text" | "json";
};

export type Config = {
  readonly port: number;
  /** `null` listens on every address of the machine. */
  readonly host: string | null;
  /** The public address of this installation, without a slash at the end. */
  readonly baseUrl: string;
  /** The address of the pages for people outside, such as preferences, without a slash at the end. */
  readonly publicUrl: string;
  /** `null` starts the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** `databaseUrl` is a pooler in transaction mode; `directUrl` leads past it, for migrations and the Demo. */
  readonly pooled: { readonly directUrl: string } | null;
  /** A standby of the database, which answers for figures; `null`: the database itself does. */
  readonly readUrl: string | null;
  readonly dataDir: string;
  /** `null` uses the built-in capture. */
  readonly smtpUrl: string | null;
  readonly defaultFrom: string;
  /** Where pictures of mails are kept; `null`: in the folder `files` of `dataDir`. */
  readonly s3: {
    readonly url: string;
    readonly bucket: string;
    readonly region: string;
    readonly keyId: string;
    readonly secret: string;
  } | null;
  /** Private networks that may be called, as CIDRs. */
  readonly allowedNetworks: readonly string[];
  /** What to do with steps that became overdue while no engine ran; `ask` holds everything until an owner decides. */
  readonly afterGap: "ask" | "fire" | "shift" | "drop";
  /** Retention per table, in days; `null` keeps rows forever. */
  readonly keepDays: {
    readonly events: number | null;
    readonly history: number | null;
    readonly deliveries: number | null;
  };
  /** The number of days within which a repeated `messageId` is recognised. */
  readonly dedupeDays: number;
  readonly demo: boolean;
  readonly init: InitConfig;
  /** `null` uses the secret stored in the database. */
  readonly secret: string | null;
  /** Former secrets, still read with; `database` stands for the stored one. */
  readonly oldSecrets: readonly string[];
  /** The provider of OpenID Connect by which members may sign in; `null`: none. */
  readonly oidc: OidcConfig | null;
  /** Requests a minute of one secret key; `null` is without limit. */
  readonly rateLimit: number | null;
  /** Whether `X-Forwarded-For` comes from our own proxy and can be trusted. */
  readonly trustProxy: boolean;
  readonly log: LogConfig;
  /** Where `/metrics` is served; `null`: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Where traces are sent; `null`: nowhere. */
  readonly traces: TracesConfig | null;
};

/** Reads an environment into a `Config`; throws a `ConfigError` that names every wrong variable. */
export function parseConfig(environment: Record<string, string | undefined>, folder = process.cwd()): Config {
  const parsed = Environment.safeParse(environment);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const unknown = Object.keys(environment).filter((name) => name.startsWith("SOJOURN_") && !isKnown(name));
  problems.push(...unknown.map((name) => `${name}: there is no such setting`));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const env = parsed.data;
  if (env.SOJOURN_INIT_PASSWORD && !env.SOJOURN_INIT_EMAIL)
    throw new ConfigError(["SOJOURN_INIT_EMAIL: needed beside SOJOURN_INIT_PASSWORD"]);
  if (env.SOJOURN_PRIVATE_WEBHOOKS !== undefined && env.SOJOURN_ALLOWED_NETWORKS !== undefined)
    throw new ConfigError(["SOJOURN_PRIVATE_WEBHOOKS: replaced by SOJOURN_ALLOWED_NETWORKS; remove it"]);
  if (env.SOJOURN_OLD_SECRETS !== undefined && env.SOJOURN_SECRET === undefined)
    throw new ConfigError(["SOJOURN_OLD_SECRETS: needs SOJOURN_SECRET beside it"]);
  const misplaced = databaseProblems(env);
  if (misplaced.length > 0) throw new ConfigError(misplaced);
  const port = env.PORT ?? 3000;
  const baseUrl = (env.SOJOURN_URL ?? `http://localhost:${port}`).replace(/\/+$/, "");
  return {
    port,
    host: env.HOSTNAME && env.HOSTNAME !== hostname() ? env.HOSTNAME : null,
    baseUrl,
    publicUrl: env.SOJOURN_PUBLIC_URL?.replace(/\/+$/, "") ?? baseUrl,
    databaseUrl: env.DATABASE_URL ?? null,
    pooled: env.DATABASE_POOLED ? { directUrl: env.DATABASE_DIRECT_URL ?? "" } : null,
    readUrl: env.DATABASE_READ_URL ?? null,
    dataDir: resolve(folder, env.SOJOURN_DATA_DIR ?? ".sojourn"),
    smtpUrl: env.SMTP_URL ?? null,
    defaultFrom: env.SOJOURN_DEFAULT_FROM ?? "Sojourn <journeys@localhost>",
    s3: s3Of(env),
    allowedNetworks:
      env.SOJOURN_ALLOWED_NETWORKS ?? ((env.SOJOURN_PRIVATE_WEBHOOKS ?? isPersonal(env)) ? OWN_NETWORKS : []),
    afterGap: env.SOJOURN_AFTER_GAP ?? "ask",
    keepDays: {
      events: env.SOJOURN_KEEP_EVENTS_DAYS ?? null,
      history: env.SOJOURN_KEEP_HISTORY_DAYS ?? null,
      deliveries: env.SOJOURN_KEEP_DELIVERIES_DAYS ?? null,
    },
    dedupeDays: env.SOJOURN_DEDUPE_DAYS ?? 2,
    demo: env.SOJOURN_DEMO ?? true,
    init: {
      email: env.SOJOURN_INIT_EMAIL?.toLowerCase() ?? null,
      password: env.SOJOURN_INIT_PASSWORD ?? null,
      workspace: env.SOJOURN_INIT_WORKSPACE ?? null,
      secretKey: env.SOJOURN_INIT_SECRET_KEY ?? null,
      publishableKey: env.SOJOURN_INIT_PUBLISHABLE_KEY ?? null,
    },
    secret: env.SOJOURN_SECRET ?? null,
    oldSecrets: env.SOJOURN_OLD_SECRETS ?? [],
    oidc: oidcOf(env),
    rateLimit: env.SOJOURN_RATE_LIMIT ?? null,
    trustProxy: env.SOJOURN_TRUST_PROXY ?? false,
    log: { level: env.SOJOURN_LOG ?? "info", format: env.SOJOURN_LOG_FORMAT ?? "text" },
    metrics: metricsOf(env),
    traces: tracesOf(env),
  };
}

function metricsOf({ SOJOURN_METRICS_PORT: port, SOJOURN_METRICS_HOST: host }: z.infer<typeof Environment>) {
  if (port === undefined && host !== undefined)
    throw new ConfigError(["SOJOURN_METRICS_HOST: needs SOJOURN_METRICS_PORT beside it"]);
  return port === undefined ? null : { port, host: host ?? "127.0.0.1" };
}

/** All of them or none; a bucket without a key would be found out only when a picture is uploaded. */
function s3Of(env: z.infer<typeof Environment>): Config["s3"] {
  const { SOJOURN_S3_URL: url, SOJOURN_S3_BUCKET: bucket, SOJOURN_S3_KEY_ID: keyId, SOJOURN_S3_SECRET: secret } = env;
  const needed = {
    SOJOURN_S3_URL: url,
    SOJOURN_S3_BUCKET: bucket,
    SOJOURN_S3_KEY_ID: keyId,
    SOJOURN_S3_SECRET: secret,
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(needed).length) return null;
  if (!url || !bucket || !keyId || !secret)
    throw new ConfigError(missing.map((name) => `${name}: needed beside the other settings of the file store`));
  return { url, bucket, keyId, secret, region: env.SOJOURN_S3_REGION ?? "us-east-1" };
}

// SOJOURN_SECRET_KEY belongs to the client libraries and may be set in the same shell.
const isKnown = (name: string) =>
  name in Environment.shape ||
  name === "SOJOURN_SECRET_KEY" ||
  name === "SOJOURN_CLUSTER_URL" ||
  name.startsWith("SOJOURN_TEST_");

/** Settings beside `DATABASE_URL` that do not fit together. */
function databaseProblems(env: z.output<typeof Environment>): string[] {
  const problems: string[] = [];
  const beside = ["DATABASE_POOLED", "DATABASE_DIRECT_URL", "DATABASE_READ_URL"] as const;
  if (!env.DATABASE_URL)
    for (const name of beside) if (env[name]) problems.push(`${name}: needs DATABASE_URL beside it`);
  if (env.DATABASE_POOLED && !env.DATABASE_DIRECT_URL)
    problems.push("DATABASE_DIRECT_URL: needed beside DATABASE_POOLED; migrations do not work through a pooler");
  if (env.DATABASE_DIRECT_URL && !env.DATABASE_POOLED)
    problems.push("DATABASE_DIRECT_URL: only used beside DATABASE_POOLED=1");
  return problems;
}
