import * as z from "zod";
import { durationSeconds, parseDuration } from "../durations.ts";
import { DurationInput } from "../rules.ts";
import { JsonObject } from "../schema.ts";
import { withRules } from "../with-rules.ts";
import { ConditionBranch } from "./condition.ts";
import { type Exit, type NodeKind, PASSES, spelled, text } from "./kind.ts";

/** Names of values that expressions and templates read. */
const Name = z.string().regex(/^[A-Za-z_]\w{0,119}$/, { error: "is not a name such as weather" });

/** Longest time for one call, in seconds. */
export const MOST_CALL_SECONDS = 10;
/** Longest answer that is read, in bytes, and the most that a node may allow. */
export const MOST_ANSWER_BYTES = 65_536;
/** How long people wait for an answer in all, over every attempt, unless the node says otherwise. */
export const DEFAULT_LIVE_DATA_TIMEOUT = "1m";

const Header = z.string().regex(/^[!#$%&'*+.^_`|~\w-]{1,100}$/, "is not a name that a header may have");

/**
 * Config of LIVE_DATA: an HTTP call whose answer is kept in the enrollment as `context.<storeAs>`. Texts of the call are
 * templates. `map` picks values of the answer by path; without it the whole answer is kept. What is missing, and
 * everything if no answer comes, is taken from `fallback`.
 */
export const LiveDataConfig = withRules(
  z.object({
    url: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .regex(/^(https?:\/\/|\{\{)/i, { error: "is not an address such as https://example.com/weather" }),
    method: z.enum(["GET", "POST"]).optional(),
    headers: z.record(Header, z.union([z.string().max(2_000), z.number(), z.boolean()])).optional(),
    /** The key of an endpoint in the settings of channels: its secret header is added to the call. */
    endpoint: z.string().min(1).max(60).optional(),
    body: z.union([z.string().max(100_000), JsonObject]).optional(),
    storeAs: Name,
    map: z.record(Name, z.string().trim().min(1).max(500)).optional(),
    fallback: z.record(Name, z.unknown()).optional(),
    branches: z.array(ConditionBranch).min(1).max(20).optional(),
    /** For one call. */
    answerWithin: DurationInput.optional(),
    /** For all attempts. */
    timeout: DurationInput.optional(),
    maxBytes: z.int().min(1).max(MOST_ANSWER_BYTES).optional(),
    /** The same call is not made again for so long. */
    cacheFor: DurationInput.optional(),
    /** The answer that trials assume, as nothing is called in them. */
    sample: z.unknown().optional(),
  }),
  {
    holds: ({ answerWithin }) => isWithin(answerWithin, MOST_CALL_SECONDS),
    error: `is more than ${MOST_CALL_SECONDS} seconds`,
    field: "answerWithin",
  },
  { holds: ({ cacheFor }) => isWithin(cacheFor, 86_400), error: "is more than a day", field: "cacheFor" },
  {
    holds: ({ branches }) => new Set(branches?.map(({ key }) => key)).size === (branches?.length ?? 0),
    error: "two branches have the same key",
    field: "branches",
  },
  {
    holds: ({ branches }) => !branches?.some(({ key }) => key === "next" || key === "failed"),
    error: "the keys next and failed are taken by the other exits",
    field: "branches",
  },
);
export type LiveDataConfig = z.infer<typeof LiveDataConfig>;

export const liveData: NodeKind<typeof LiveDataConfig> = {
  ...PASSES,
  type: "LIVE_DATA",
  configSchema: LiveDataConfig,
  readsPerson: () => true,
  callOf: ({ url, headers, body }) => ({ url, headers, body }),
  changesPeople: false,
  defaults: () => ({ url: "", storeAs: "answer" }),
  exits({ config }) {
    const branches = Array.isArray(config.branches) ? config.branches.flatMap(exitOf) : [];
    return [
      ...branches,
      { key: "next", label: branches.length > 0 ? "Otherwise" : "Succeeded" },
      { key: "failed", label: "Failed" },
    ];
  },
  // As for a webhook: a cycle of calls alone would run without a pause.
  waits: () => false,
  timersFrom: ({ timeout }) => ({ timeout: spelled(timeout ?? DEFAULT_LIVE_DATA_TIMEOUT) }),
  summary(config) {
    const url = text(config.url);
    return url === "" ? "Choose an address" : `Asks ${hostOf(url)}`;
  },
};

function exitOf(branch: unknown): Exit[] {
  if (typeof branch !== "object" || branch === null || !("key" in branch) || typeof branch.key !== "string") return [];
  const label = "label" in branch ? text(branch.label) : "";
  return [{ key: branch.key, label: label || branch.key }];
}

function hostOf(url: string): string {
  const plain = url.replace(/\{\{.*?\}\}|\{%.*?%\}/g, "1");
  return URL.canParse(plain) && !url.trim().startsWith("{") ? new URL(plain).host : url;
}

function isWithin(duration: unknown, seconds: number): boolean {
  const parsed = parseDuration(duration);
  return parsed === null || durationSeconds(parsed) <= seconds;
}
