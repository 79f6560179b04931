import * as z from "zod";
import { formatDuration, formatOffset, parseDuration, parseOffset } from "../durations.ts";
import { DurationInput } from "../rules.ts";
import type { JsonObject } from "../schema.ts";
import { ZoneChoice } from "../timezones.ts";
import { withRules } from "../with-rules.ts";
import { NEXT, type NodeKind, spelled, text, WAITS } from "./kind.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of day, `00:00` to `23:59`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "is not a time such as 09:00" });
const Days = z.array(z.enum(WEEKDAYS)).min(1).max(7);
export const Offset = z
  .union([z.string(), z.number(), z.record(z.string(), z.unknown())])
  .refine((value) => parseOffset(value) !== null, {
    error: "is not an offset such as -1d or 2h",
    params: { code: "bad_duration" },
  });

/** A date, with or without time of day and offset. */
export const DATE_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The time to wait for: a date (local unless it has an offset), a date trait, or a time of day. */
export const Until = z.union([
  z.strictObject({ at: z.string().regex(DATE_TIME, { error: "is not a date such as 2026-05-01T09:00" }) }),
  z.strictObject({ trait: z.string().min(1).max(255), offset: Offset.optional(), time: TimeOfDay.optional() }),
  z.strictObject({ weekdays: Days.optional(), time: TimeOfDay }),
]);
export type Until = z.infer<typeof Until>;

/**
 * Hours in which people may continue. A window belongs to the day on which it starts; `to` ≤ `from` means that it ends
 * the next day.
 */
export const SendWindow = z.strictObject({ days: Days, from: TimeOfDay, to: TimeOfDay });
export type SendWindow = z.infer<typeof SendWindow>;

export const WaitConfig = withRules(
  z.object({
    duration: DurationInput.optional(),
    until: Until.optional(),
    window: SendWindow.optional(),
    timeout: DurationInput.optional(),
    /** The zone of days, times and the window; the person's own unless set. */
    zone: ZoneChoice.optional(),
  }),
  {
    holds: ({ duration, until, window }) => duration !== undefined || until !== undefined || window !== undefined,
    error: "needs a duration, a date or a window",
    field: "duration",
    code: "missing_config",
  },
  {
    holds: ({ duration, until }) => duration === undefined || until === undefined,
    error: "takes a duration or a date, not both",
    field: "until",
  },
);
export type WaitConfig = z.infer<typeof WaitConfig>;

export const wait: NodeKind<typeof WaitConfig> = {
  ...WAITS,
  type: "WAIT",
  awaitedTrait: ["until", "trait"],
  configSchema: WaitConfig,
  readsPerson: readsTrait,
  changesPeople: false,
  defaults: () => ({ duration: "1d" }),
  exits: (node) =>
    node.config.timeout === undefined
      ? NEXT
      : [
          { key: "next", label: "Next" },
          { key: "timeout", label: "Timed out" },
        ],
  waits: (node) => !isZero(node.config.duration) || node.config.until !== undefined || node.config.window !== undefined,
  lasts: ({ duration, until, window }) =>
    until === undefined && window === undefined ? (duration ?? null) : undefined,
  mayWaitForever: (config) => readsTrait(config) && WAITS.mayWaitForever(config),
  timersFrom({ duration, timeout, ...others }) {
    return { ...others, duration: spelled(duration), timeout: spelled(timeout) };
  },
  summary(config) {
    const parts = [mainPart(config), windowPart(config.window)].filter((part) => part !== "");
    return parts.length > 0 ? `${parts.join(", ")}${zonePart(config.zone)}` : "Choose how long";
  },
};

/** Whether the wait ends on a date in a trait of the person, which may be missing. */
function readsTrait({ until }: JsonObject): boolean {
  return typeof until === "object" && until !== null && "trait" in until;
}

function isZero(input: unknown): boolean {
  const duration = parseDuration(input);
  return duration !== null && Object.values(duration).every((amount) => amount === 0);
}

function mainPart(config: Record<string, unknown>): string {
  if (config.duration !== undefined) return `Wait ${formatDuration(config.duration)}`;
  const parsed = Until.safeParse(config.until);
  if (!parsed.success) return "";
  const until = parsed.data;
  if ("at" in until) return `Until ${until.at.replace("T", " ")}`;
  if ("trait" in until)
    return `Until ${until.trait}${until.offset === undefined ? "" : ` ${formatOffset(until.offset)}`}${until.time ? ` at ${until.time}` : ""}`;
  return `Until ${until.weekdays ? `${until.weekdays.join(", ")} ` : ""}${until.time}`;
}

function zonePart(zone: unknown): string {
  if (text(zone) === "" || zone === "person") return "";
  return zone === "workspace" ? " (workspace time)" : ` (${text(zone)})`;
}

function windowPart(window: unknown): string {
  if (typeof window !== "object" || window === null) return "";
  const { from, to } = window as Record<string, unknown>;
  return `between ${text(from)} and ${text(to)}`;
}
