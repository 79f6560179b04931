import { FILTER_KEYS, type JsonObject, objectsIn, type Problem, UNKNOWN_TIMEZONE } from "#journey";
import { parseExpression } from "../expressions/index.ts";
import { patternProblem } from "../patterns.ts";
import { type Place, problem } from "./report.ts";

/** The place of an expression or rule; `hasEvent` = it may read an event, as `event`. */
export type ExpressionPlace = Place & {
  readonly field: string;
  readonly hasEvent: boolean;
  /** It may read an offer, as `offer`: the score of a decision flow. */
  readonly hasOffer?: boolean;
};

/** Checks every expression, rule and regular expression inside a config, at any depth. */
export function findExpressionProblems(value: unknown, place: ExpressionPlace, subject: string): Problem[] {
  return [...objectsIn(value, place.field, FILTER_KEYS)].flatMap(({ object, path }) =>
    ownProblems(object, { ...place, field: path }, subject),
  );
}

function ownProblems(object: JsonObject, place: ExpressionPlace, subject: string): Problem[] {
  const found = expressionProblems(object.expression, { ...place, field: `${place.field}.expression` }, subject);
  if (typeof object.field === "string" && typeof object.op === "string" && readsNoEvent([object.field], place))
    found.push(problem("bad_expression", `${subject}: ${NO_EVENT}.`, { ...place, field: `${place.field}.field` }));
  const pattern = patternIn(object);
  const wrong = pattern === null ? null : patternProblem(pattern.source);
  if (pattern !== null && wrong !== null) {
    const message = `${subject}: “${pattern.source}” ${wrong}.`;
    found.push(problem("bad_expression", message, { ...place, field: `${place.field}.${pattern.key}` }));
  }
  return found;
}

const NO_EVENT =
  "event is not known here, as no event is looked at; what began the journey is trigger, as in trigger.properties";

const readsNoEvent = (paths: readonly string[], { hasEvent }: ExpressionPlace): boolean =>
  !hasEvent && paths.some((path) => path === "event" || path.startsWith("event."));

function expressionProblems(source: unknown, place: ExpressionPlace, subject: string): Problem[] {
  if (typeof source !== "string" || source === "") return [];
  const parsed = parseExpression(source);
  const bad = (message: string) => [problem("bad_expression", `${subject}: ${message}.`, place)];
  if ("error" in parsed) return bad(`the expression cannot be read: ${parsed.error}${character(parsed.at)}`);
  if (parsed.badZone !== null) return bad(`“${parsed.badZone}” ${UNKNOWN_TIMEZONE}`);
  if (readsNoEvent(parsed.reads, place)) return bad(NO_EVENT);
  if (place.hasOffer !== true && parsed.reads.some((path) => path === "offer" || path.startsWith("offer.")))
    return bad(
      "offer is known only in the score of a decision flow; a stored decision is context, as in context.name.offer",
    );
  return parsed
    .advice()
    .map(({ kind, message, at }) =>
      problem(kind === "error" ? "bad_expression" : "missing_trait", `${subject}: ${message}${character(at)}.`, place),
    );
}

/** Messages count characters from 1. */
const character = (at: number | undefined): string => (at === undefined ? "" : ` (character ${at + 1})`);

function patternIn(object: JsonObject): { readonly key: string; readonly source: string } | null {
  if (object.matchType === "regex" && typeof object.pattern === "string")
    return { key: "pattern", source: object.pattern };
  if ((object.op === "matches" || object.operator === "matches") && typeof object.value === "string")
    return { key: "value", source: object.value };
  return null;
}
