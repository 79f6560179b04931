import type { JsonObject } from "#journey";
import { beginningOf } from "#values";
import type { Occurrence } from "../execution.ts";
import { knownExpression, ROOTS } from "../expressions/index.ts";
import { lookUp } from "../guards/index.ts";
import { digest } from "../ids.ts";
import type { Prepared } from "../model.ts";
import { toJson } from "../nodes/json.ts";
import { ruleContextAbout } from "../person/rule-context.ts";
import { faultIn, MOST_MAPPED_BYTES } from "../storable.ts";

const LONGEST = 255;
const PATH = new RegExp(`^(${ROOTS.join("|")})\\b[.[]`);

/**
 * The key that distinguishes the enrollments of one person: empty, the configured value, or the event's id for `every`.
 * Null = the configured value is missing. Enrollments without trigger properties, by hand or from an audience, have the
 * empty key.
 */
export function keyOf(what: Occurrence, prepared: Prepared, trigger: JsonObject): string | null {
  const { instanceKey, reEntry } = prepared.settings;
  if (typeof instanceKey === "string") {
    const key = asKey(readKey(what, prepared, trigger, instanceKey));
    return key ?? (trigger.properties === undefined ? "" : null);
  }
  if (reEntry !== "every") return "";
  return typeof trigger.id === "string" ? trigger.id : (what.cause.signalId ?? what.cause.seed);
}

/** Reads the value of a property of the trigger, or of an expression such as `trigger.properties.orderId`. */
function readKey(
  { advanceState, cause }: Occurrence,
  prepared: Prepared,
  trigger: JsonObject,
  written: string,
): unknown {
  const expression = PATH.test(written) ? knownExpression(written) : null;
  if (expression === null || "error" in expression) return lookUp(trigger.properties, written);
  const asked = { person: advanceState.person, prepared, at: cause.at, event: null };
  const { scope, at } = ruleContextAbout(advanceState, asked, { trigger, event: trigger });
  try {
    return toJson(expression.evaluate(scope, at));
  } catch {
    return undefined;
  }
}

/** Null = the value is missing; a long value is replaced by its hash. */
function asKey(value: unknown): string | null {
  if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) return null;
  const written = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const text = faultIn(written, MOST_MAPPED_BYTES) === null ? written : digest(written);
  return text.length <= LONGEST ? text : `${beginningOf(text, LONGEST - 33)}#${digest(text)}`;
}
