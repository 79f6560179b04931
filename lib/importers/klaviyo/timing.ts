import { type JsonObject, WEEKDAYS } from "#journey";
import { inFront } from "../graph/sketch.ts";
import { listOf, numberOf, textOf } from "../json.ts";
import { keyOf, nodeOf, single, type Translate } from "./scene.ts";

type Fields = Readonly<Record<string, unknown>>;

const zoneOf = (timezone: unknown): JsonObject => {
  const zone = textOf(timezone);
  return zone === "" || zone === "profile" ? {} : { zone };
};
const clock = (time: unknown): string | null => /^([01]\d|2[0-3]):[0-5]\d/.exec(textOf(time))?.[0] ?? null;
const daysOf = (days: unknown): string[] => {
  const wanted = listOf(days).map((day) => textOf(day).slice(0, 3));
  return WEEKDAYS.filter((day) => wanted.includes(day));
};

/** The smaller unit of a delay in two units. */
const SMALLER: Readonly<Record<string, readonly [string, string]>> = {
  days: ["d", "h"],
  hours: ["h", "m"],
  minutes: ["m", "s"],
};

/** A fixed time, and then until a time of day on certain days. */
export const timeDelay: Translate = (action) => {
  const { data } = action;
  const [unit, smaller] = SMALLER[textOf(data.unit) || "days"] ?? ["d", "h"];
  const value = numberOf(data.value) ?? 0;
  const second = numberOf(data.secondary_value) ?? 0;
  const duration = `${value}${unit}${second > 0 ? `${second}${smaller}` : ""}`;
  const time = clock(data.delay_until_time);
  const weekdays = daysOf(data.delay_until_weekdays);
  const zone = zoneOf(data.timezone);
  if (time === null && (weekdays.length === 0 || weekdays.length === 7))
    return single(nodeOf(action, "WAIT", { duration }));
  if (time === null) {
    const window = { days: weekdays, from: "00:00", to: "00:00" };
    return single(nodeOf(action, "WAIT", { duration, window, ...zone }));
  }
  const until = { time, ...(weekdays.length > 0 && weekdays.length < 7 ? { weekdays } : {}) };
  const last = single(nodeOf(action, "WAIT", { until, ...zone }), [
    "It became two waits: the time, and then until the hour.",
  ]);
  const first = { ...nodeOf(action, "WAIT", { duration }), key: `${keyOf(action)}/duration` };
  return last.piece === null ? last : { ...last, piece: inFront([first], last.piece) };
};

const UNITS: Readonly<Record<string, string>> = { days: "d", weeks: "w", months: " months" };

/** Counts backwards from the date that started the flow. */
export const countdown: Translate = (action, { dateTrait }) =>
  byDate(action, action.data, dateTrait, action.data.delay_until_time);

export const targetDate: Translate = (action, { dateTrait }) => byDate(action, {}, dateTrait, action.data.target_time);

function byDate(action: Parameters<Translate>[0], { value, unit }: Fields, trait: string, at: unknown) {
  if (trait === "")
    return single(
      nodeOf(action, "WAIT", {}),
      ["The flow does not start by a date of the person: choose how long."],
      true,
    );
  const time = clock(at);
  const amount = numberOf(value) ?? 0;
  const offset = amount > 0 ? { offset: `-${amount}${UNITS[textOf(unit)] ?? "d"}` } : {};
  const until = { trait, ...offset, ...(time === null ? {} : { time }) };
  const isYearly = "It waits for the date in the trait itself, not for its anniversary.";
  return single(nodeOf(action, "WAIT", { until, ...zoneOf(action.data.timezone) }), [isYearly]);
}

export const backInStock: Translate = (action) => {
  const node = nodeOf(action, "WAIT_FOR_EVENT", {});
  return {
    piece: { nodes: [node], links: [], exits: { next: { node: node.key, branch: "event" } } },
    level: "approximated",
    reasons: ["There is no catalog here: choose the event that says that a product is back."],
    unfinished: true,
  };
};
