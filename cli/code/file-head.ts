import * as z from "zod";
import { type Finding, placeIn } from "./finding.ts";
import type { Native } from "./server-journey.ts";

export const TRUTHS = ["code", "console", "both"] as const;
export const FATES = ["stay", "move", "leave"] as const;
export type Fate = (typeof FATES)[number];

const Truth = z.enum(TRUTHS);
const Timers = z.enum(["keep", "recompute"]);
const Step = z.string().min(1).max(255);

/** What happens to the people on a step of an older version; `to` is a step of the file, by default what follows. */
const StepFate = z.union(
  [z.enum(FATES), z.strictObject({ move: z.literal(true).or(Step), timers: Timers.optional() })],
  { error: "is one of stay, move, leave, or {move: <step>}" },
);

/** The migration of the people inside, in the words of files. */
export const FileMigration = z.strictObject({
  others: z.enum(FATES).optional(),
  steps: z.record(Step, StepFate).optional(),
  timers: Timers.optional(),
  perMinute: z.int().min(1).max(1_000_000).optional(),
});
export type FileMigration = z.infer<typeof FileMigration>;

/** What a file says beside the journey. */
export const FileHead = z.object({
  /** Where the journey may be changed, and where its file can be looked at. */
  source: z.union([Truth, z.strictObject({ truth: Truth.optional(), url: z.url().optional() })]).optional(),
  migration: FileMigration.optional(),
});
const NAMES = ["$schema", "source", "migration"] as const;

/** The same, as it is read. */
export type Head = {
  readonly truth?: (typeof TRUTHS)[number];
  readonly url?: string;
  readonly migration?: FileMigration;
};

/** The parts of a file that are of the journey, and those that are beside it, as they are written. */
export function splitFile(value: Native): { readonly journey: Native; readonly beside: Native } {
  const isBeside = ([name]: readonly [string, unknown]) => NAMES.some((one) => one === name);
  const entries = Object.entries(value);
  return {
    journey: Object.fromEntries(entries.filter((entry) => !isBeside(entry))),
    beside: Object.fromEntries(entries.filter(isBeside)),
  };
}

/** Reads what stands beside the journey; what is wrong is named with its place. */
export function readHead(file: string, beside: Native): { readonly head: Head; readonly findings: Finding[] } {
  const parsed = FileHead.safeParse(beside);
  if (!parsed.success)
    return {
      head: {},
      findings: parsed.error.issues.map(({ path, message }) => ({
        pointer: placeIn(file, path.map((part) => `/${String(part)}`).join("")),
        message,
      })),
    };
  const { source, migration } = parsed.data;
  const { truth, url } =
    typeof source === "string" ? { truth: source } : { truth: undefined, url: undefined, ...source };
  return {
    head: {
      ...(truth === undefined ? {} : { truth }),
      ...(url === undefined ? {} : { url }),
      ...(migration === undefined ? {} : { migration }),
    },
    findings: [],
  };
}
