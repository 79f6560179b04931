import { type Duration, type JourneyNode, parseDuration } from "#journey";
import { type Losses, quoted } from "../../losses.ts";
import type { Step, WAIT_UNITS } from "../schema.ts";
import type { ReadStep, StepKind } from "./kind.ts";

type Wait = Extract<Step, { type: "wait" }>;

export const wait: StepKind<"wait"> = {
  read({ duration, unit }, before): ReadStep {
    const kept = before?.type === "WAIT" ? unsaidOf(before) : {};
    return { type: "WAIT", config: { ...kept, duration: `${duration}${unit.slice(0, 1)}` } };
  },
  writes: ({ type }) => type === "WAIT",
  write(node, losses) {
    losses.ofConfig(node, ["duration", "until"]);
    const { duration, until } = node.config;
    const parsed = parseDuration(duration);
    if (parsed !== null) return { type: "wait", config: pairOf(parsed, node, losses) };
    const field = until === undefined ? "duration" : "until";
    losses.ofNode(
      node,
      `config.${field}`,
      `A step of the format waits for a fixed time only; ${quoted(node)} is written without its wait.`,
    );
    return NO_WAIT;
  },
};

/** A step that does nothing: what steps are written as that the format does not have. */
export const NO_WAIT = { type: "wait", config: { duration: 0, unit: "minutes" } } as const;

function unsaidOf({ config }: JourneyNode) {
  const { duration: _duration, until: _until, ...others } = config;
  return others;
}

const MINUTES: Readonly<Record<keyof Duration, number>> = {
  years: 525_600,
  months: 43_200,
  weeks: 10_080,
  days: 1_440,
  hours: 60,
  minutes: 1,
  seconds: 1 / 60,
};

/** One number with a unit. Mixed units and seconds are rounded up to the smallest unit of the format, and reported. */
function pairOf(duration: Duration, node: JourneyNode, losses: Losses): Wait["config"] {
  const parts = Object.entries(duration).filter(([, amount]) => amount !== 0) as [keyof Duration, number][];
  const [[unit, amount] = ["minutes" as const, 0], ...more] = parts;
  if (more.length === 0 && isUnit(unit)) return { duration: amount, unit };
  if (more.length === 0 && unit === "weeks") return { duration: amount * 7, unit: "days" };
  losses.ofNode(
    node,
    "config.duration",
    `The format has minutes, hours and days only, so the wait of ${quoted(node)} is written in minutes.`,
  );
  return { duration: Math.ceil(parts.reduce((sum, [part, count]) => sum + MINUTES[part] * count, 0)), unit: "minutes" };
}

function isUnit(unit: string): unit is (typeof WAIT_UNITS)[number] {
  return unit === "minutes" || unit === "hours" || unit === "days";
}
