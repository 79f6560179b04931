import type { JsonObject } from "#journey";
import { knownExpression, ROOTS } from "../expressions/index.ts";
import { lookUp } from "../guards/index.ts";
import { digest } from "../ids.ts";
import type { Prepared, Work } from "../model.ts";
import { toJson } from "../nodes/json.ts";
import { beginningOf, faultIn, MOST_MAPPED_BYTES } from "../storable.ts";
import { factsAbout } from "./facts.ts";

const LONGEST = 255;
const PATH = new RegExp(`^(${ROOTS.join("|")})\\b[.[]`);

/** What tells trips of one person apart: empty, the asked-for value, or the event's id for `every`. */
export function keyOf(work: Work, prepared: Prepared, trigger: JsonObject): string {
  const { instanceKey, reEntry } = prepared.settings;
  if (typeof instanceKey === "string") return asKey(readKey(work, prepared, trigger, instanceKey));
  if (reEntry !== "every") return "";
  return typeof trigger.id === "string" ? trigger.id : (work.cause.signalId ?? work.cause.seed);
}

/** The name of a property of what started the trip, or an expression such as `trigger.properties.orderId`. */
function readKey(work: Work, prepared: Prepared, trigger: JsonObject, written: string): unknown {
  const expression = PATH.test(written) ? knownExpression(written) : null;
  if (expression === null || "error" in expression) return lookUp(trigger.properties, written);
  const { scope, at } = factsAbout(work, work.person, prepared, work.cause.at, null, { trigger, event: trigger });
  try {
    return toJson(expression.evaluate(scope, at));
  } catch {
    return undefined;
  }
}

/** Nothing there is the empty key; a long value is told apart by its hash. */
function asKey(value: unknown): string {
  if (value === undefined || value === null) return "";
  const written = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const text = faultIn(written, MOST_MAPPED_BYTES) === null ? written : digest(written);
  return text.length <= LONGEST ? text : `${beginningOf(text, LONGEST - 33)}#${digest(text)}`;
}
