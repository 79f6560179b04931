import { DURATION_UNITS, formatDuration, parseDuration } from "#journey";
import { isObject } from "#values";
import { hasOnly, numberIn, type Step } from "./step.ts";

/** Years to days move the clock on the person's wall, hours to seconds are exact. */
export const waitForDuration: Step = {
  on: { ELAPSED: "next" },
  fields: DURATION_UNITS,
  read(meta) {
    const parts = Object.fromEntries(DURATION_UNITS.flatMap((unit) => partOf(meta.value[unit], unit)));
    const given = Object.entries(parts);
    if (given.length === 0)
      return meta.fault(
        [],
        "missing_field",
        `A duration is missing: give at least one of ${DURATION_UNITS.join(", ")}.`,
      );
    const wrong = given.filter(([, amount]) => !isAmount(amount));
    for (const [unit] of wrong)
      meta.fault(unit, "wrong_type", `The field ${unit} must be a whole number of at least 0.`);
    if (wrong.length > 0) return null;
    if (parseDuration(parts) === null) return meta.fault([], "bad_duration", "The duration is longer than 100 years.");
    return { type: "WAIT", config: { duration: formatDuration(parts) } };
  },
  write({ type, config }) {
    if (type !== "WAIT" || !hasOnly(config, ["duration"])) return null;
    const duration = parseDuration(config.duration);
    // Another spelling of the same duration would come back changed.
    if (duration === null || formatDuration(config.duration) !== config.duration) return null;
    return Object.fromEntries(DURATION_UNITS.flatMap((unit) => partOf(duration[unit], unit)));
  },
};

const partOf = (amount: unknown, unit: string): [string, unknown][] => (amount === undefined ? [] : [[unit, amount]]);
const isAmount = (amount: unknown): boolean => Number.isSafeInteger(amount) && Number(amount) >= 0;

/** Waits for membership in any segment of `include` and in none of `exclude`. */
export const waitForCondition: Step = {
  on: { DONE: "met" },
  fields: ["include", "exclude"],
  read(meta) {
    const [include, exclude] = [meta.ids("include"), meta.ids("exclude")];
    if (include === null || exclude === null) return null;
    if (include.length + exclude.length === 0)
      return meta.fault([], "missing_field", "Segments are missing: give include, exclude or both.");
    const lists = Object.entries({ include, exclude }).filter(([name]) => meta.value[name] !== undefined);
    const rules = lists.map(([name, ids]) => [name, ids.map((segment) => ({ segment }))]);
    return { type: "WAIT_FOR_CONDITION", config: Object.fromEntries(rules) };
  },
  write({ type, config }) {
    if (type !== "WAIT_FOR_CONDITION" || !hasOnly(config, ["include", "exclude"])) return null;
    const lists = Object.entries(config).filter(([, rules]) => rules !== undefined);
    const written = lists.map(([name, rules]) => [name, segmentsIn(rules)] as const);
    const isWhole = written.every(([, ids]) => ids !== null) && written.some(([, ids]) => ids?.length);
    return isWhole ? Object.fromEntries(written) : null;
  },
};

function segmentsIn(rules: unknown): number[] | null {
  if (!Array.isArray(rules)) return null;
  const ids = rules.map((rule) =>
    isObject(rule) && hasOnly(rule, ["segment"]) && typeof rule.segment === "number" ? numberIn(rule.segment) : null,
  );
  return ids.every((id) => id !== null) ? ids : null;
}
