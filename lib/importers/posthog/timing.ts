import { type JsonObject, WEEKDAYS } from "#journey";
import type { Way } from "../graph/sketch.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { allOf } from "../rules/join.ts";
import { lengthOf } from "./durations.ts";
import { eventsOf, rulesOf } from "./filters.ts";
import { keyOf, leftOut, nodeOf, single, type Translate, type Translation } from "./translation.ts";

export const delay: Translate = (config, action) => {
  const length = lengthOf(config.delay_duration);
  if (length !== null)
    return single(nodeOf(action, "WAIT", { duration: length.duration }), length.reason ? [length.reason] : []);
  const { expression, offset } = objectOf(config.delay_until);
  const trait = /^\{*\s*person\.properties\.([\w$-]+)\s*\}*$/.exec(textOf(expression))?.[1];
  if (trait === undefined)
    return single(nodeOf(action, "WAIT", {}), ["Its end could not be read: choose how long people wait."], true);
  const written = textOf(offset);
  const shift = lengthOf(written.replace(/^[+-]/, ""));
  const sign = written.startsWith("-") ? "-" : "+";
  return single(nodeOf(action, "WAIT", { until: { trait, ...(shift ? { offset: `${sign}${shift.duration}` } : {}) } }));
};

const NAMED_DAYS: Readonly<Record<string, readonly string[]>> = {
  any: WEEKDAYS,
  weekday: WEEKDAYS.slice(0, 5),
  weekend: WEEKDAYS.slice(5),
};

export const timeWindow: Translate = (config, action) => {
  const { day = "any", time = "any" } = config;
  if (day === "any" && time === "any") return leftOut("It lets people pass at any time.");
  const listed = listOf(day).map((one) => textOf(one).slice(0, 3).toLowerCase());
  const days = NAMED_DAYS[textOf(day)] ?? WEEKDAYS.filter((one) => listed.includes(one));
  const [from = "00:00", to = "00:00"] = listOf(time).map(textOf);
  const reasons: string[] = [];
  const zone = textOf(config.timezone);
  if (config.use_person_timezone === true && textOf(config.fallback_timezone) !== "")
    reasons.push(`People without a time zone get the workspace's, not ${textOf(config.fallback_timezone)}.`);
  const own = config.use_person_timezone === true || zone === "" ? {} : { zone };
  return single(nodeOf(action, "WAIT", { window: { days: [...days], from, to }, ...own }), reasons, days.length === 0);
};

/** Branch 0 is taken when it happens, the other edge when the time is over. */
export const waitUntil: Translate = (config, action) => {
  const length = lengthOf(config.max_wait_duration);
  const limit = length === null ? {} : { timeout: length.duration };
  const reasons = length === null ? ["It has no longest time, so people may wait without an end."] : [];
  if (length?.reason) reasons.push(length.reason);
  const { filters } = objectOf(config.condition);
  const events = [...eventsOf(filters), ...listOf(config.events).flatMap((entry) => eventsOf(objectOf(entry).filters))];
  const asked = listOf(objectOf(filters).properties).length > 0 && listOf(objectOf(filters).events).length === 0;
  if (events.length === 1 && !asked) return forEvent(action, events[0], limit, reasons);
  if (events.length > 1 && !asked) return forEvents(action, events, length?.duration, reasons);
  const rules = rulesOf(filters);
  if (rules === null || rules.length === 0) {
    const node = nodeOf(action, "WAIT_FOR_CONDITION", { include: [], ...limit });
    return waiting(node, "met", [...reasons, "Its condition could not be read: choose one."], true);
  }
  if (events.length > 0) reasons.push("Its events are left out: only its condition ends the wait.");
  return waiting(nodeOf(action, "WAIT_FOR_CONDITION", { include: [allOf(rules)], ...limit }), "met", reasons);
};

type Awaited = ReturnType<typeof eventsOf>[number];

function forEvent(
  action: Parameters<typeof nodeOf>[0],
  event: Awaited | undefined,
  limit: JsonObject,
  told: readonly string[],
): Translation {
  const eventName = event?.eventName ?? null;
  const isOpen = eventName === null;
  const config = { ...(isOpen ? {} : { eventName }), ...event?.filter, ...limit };
  const reasons = [...told, ...(event?.reasons ?? []), ...(isOpen ? ["It waits for any event: choose one."] : [])];
  return waiting(nodeOf(action, "WAIT_FOR_EVENT", config), "event", reasons, isOpen);
}

function waiting(
  node: ReturnType<typeof nodeOf>,
  met: string,
  reasons: readonly string[],
  unfinished = false,
): Translation {
  const late = "timeout" in node.config ? { continue: { node: node.key, branch: "timeout" } } : {};
  const exits = { 0: { node: node.key, branch: met }, ...late };
  const level = reasons.length > 0 ? "approximated" : "taken_over";
  return { piece: { nodes: [node], links: [], exits }, level, reasons, unfinished };
}

/** Several events: a wait of the longest time, out of which each event takes an edge of its own. */
function forEvents(
  action: Parameters<typeof nodeOf>[0],
  events: readonly Awaited[],
  duration: string | undefined,
  told: readonly string[],
): Translation {
  const node = nodeOf(action, "WAIT", duration === undefined ? {} : { duration });
  const named = events.flatMap(({ eventName, filter: { filter, expression } }) =>
    eventName === null
      ? []
      : [
          {
            type: "event" as const,
            event: eventName,
            ...(filter ? { eventFilter: { ...filter } } : {}),
            ...(expression ? { expression } : {}),
          },
        ],
  );
  const reasons = [...told, ...new Set(events.flatMap((event) => event.reasons))];
  const ways = named.map((trigger, index): [string, Way] => [
    `0/${index}`,
    { node: keyOf(action), label: trigger.event, trigger },
  ]);
  const exits = { ...Object.fromEntries(ways), continue: { node: keyOf(action) } };
  const unfinished = duration === undefined || named.length < events.length;
  if (unfinished) reasons.push("Choose how long people wait, and the events that the file does not name.");
  const level = reasons.length > 0 ? "approximated" : "taken_over";
  return { piece: { nodes: [node], links: [], exits }, level, reasons, unfinished };
}
