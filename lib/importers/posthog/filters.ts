import type { Rule } from "#journey";
import { listOf, objectOf, textOf } from "../json.ts";
import { type EventFilter, eventFilterOf } from "../rules/event-filter.ts";
import { type Comparison, type FieldTest, ruleOf } from "../rules/field-test.ts";

type Fields = Readonly<Record<string, unknown>>;
type Meaning = Pick<FieldTest, "comparison" | "not" | "ignoresCase">;

const meaning = (comparison: Comparison, not = false, ignoresCase = false): Meaning => ({
  comparison,
  not,
  ignoresCase,
});

const OPERATORS: Readonly<Record<string, Meaning>> = {
  exact: meaning("is"),
  is_not: meaning("is", true),
  icontains: meaning("contains", false, true),
  not_icontains: meaning("contains", true, true),
  regex: meaning("matches"),
  not_regex: meaning("matches", true),
  gt: meaning("gt"),
  gte: meaning("gte"),
  lt: meaning("lt"),
  lte: meaning("lte"),
  min: meaning("gte"),
  max: meaning("lte"),
  is_set: meaning("exists"),
  is_not_set: meaning("exists", true),
  is_date_before: meaning("before"),
  is_date_after: meaning("after"),
  in: meaning("is"),
  not_in: meaning("is", true),
};

/** Events of the product itself under the names that they have here. */
const EVENTS: Readonly<Record<string, string>> = { $pageview: "page.viewed", $identify: "user.created" };
const PAGE_PROPERTIES: Readonly<Record<string, string>> = {
  $current_url: "url",
  $pathname: "path",
  $referrer: "referrer",
};

/** The name of an event here; null = any event is meant, or none is named. */
export function eventNameOf(written: unknown): string | null {
  const name = textOf(written);
  return name === "" ? null : (EVENTS[name] ?? name);
}

/** A property of a filter as a test, with what it is about; null = nothing here says the same. */
function testOf(property: unknown): { readonly about: "person" | "event"; readonly test: FieldTest } | null {
  const { key, type, operator = "exact", value } = objectOf(property);
  const found = OPERATORS[textOf(operator)];
  const about = type === "person" ? "person" : type === "event" || type === undefined ? "event" : null;
  const name = textOf(key);
  if (found === undefined || about === null || name === "") return null;
  const written = Array.isArray(value) ? value : [value];
  const isOrder = ["gt", "gte", "lt", "lte"].includes(found.comparison);
  const values = isOrder ? written.map((one) => (Number.isFinite(Number(one)) ? Number(one) : one)) : written;
  return { about, test: { ...found, name: about === "event" ? (PAGE_PROPERTIES[name] ?? name) : name, values } };
}

/** The properties of a filter as rules that must all hold; events are those that started the journey. Null = one cannot be said. */
export function rulesOf(filters: unknown): readonly Rule[] | null {
  const { properties, events, actions } = objectOf(filters);
  if (listOf(events).length > 0 || listOf(actions).length > 0) return null;
  const rules = listOf(properties).map((property) => {
    const found = testOf(property);
    if (found === null) return null;
    return ruleOf(found.test, found.about === "person" ? "person.traits" : "trigger.properties");
  });
  return rules.some((rule) => rule === null) ? null : rules.filter((rule) => rule !== null);
}

export type AwaitedEvent = {
  /** Null = the filter names no event. */
  readonly eventName: string | null;
  readonly filter: EventFilter;
  /** What of the filter cannot be said, as sentences. */
  readonly reasons: readonly string[];
};

/** The events of a filter, each with the properties that it must have. */
export function eventsOf(filters: unknown): readonly AwaitedEvent[] {
  const { events, properties, actions, filter_test_accounts: tests } = objectOf(filters);
  const common = listOf(properties);
  const more = [
    ...(listOf(actions).length > 0 ? ["Its actions of PostHog are left out."] : []),
    ...(tests === true ? ["Test accounts are not told apart here."] : []),
  ];
  return listOf(events)
    .map(objectOf)
    .map((event) => awaitedOf(event, common, more));
}

function awaitedOf(event: Fields, common: readonly unknown[], more: readonly string[]): AwaitedEvent {
  const found = [...listOf(event.properties), ...common].map(testOf);
  const tests = found.flatMap((one) => (one?.about === "event" ? [one.test] : []));
  const others = found.some((one) => one === null || one.about === "person");
  const filter = eventFilterOf(tests);
  const reasons = [...more];
  const eventName = eventNameOf(event.id);
  if (eventName?.startsWith("$"))
    reasons.push(`The event ${eventName} is one of PostHog's own: send it, or choose another.`);
  if (others || filter === null)
    reasons.push("A part of its filter that is not about the event's properties is left out.");
  return { eventName, filter: filter ?? {}, reasons };
}
