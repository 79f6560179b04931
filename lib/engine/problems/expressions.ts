import { type JsonObject, type Problem, UNKNOWN_TIMEZONE } from "#journey";
import { parseExpression } from "../expressions/index.ts";
import { patternProblem } from "../patterns.ts";
import { type Place, problem } from "./report.ts";

/** Checks every expression and regular expression inside a config, wherever it stands. */
export function findExpressionProblems(
  value: unknown,
  place: Place & { readonly field: string },
  subject: string,
): Problem[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      findExpressionProblems(item, { ...place, field: `${place.field}.${index}` }, subject),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const object = value as JsonObject;
  const found = ownProblems(object, place, subject);
  for (const [key, inner] of Object.entries(object)) {
    if (key !== "filter" && key !== "eventFilter")
      found.push(...findExpressionProblems(inner, { ...place, field: `${place.field}.${key}` }, subject));
  }
  return found;
}

function ownProblems(object: JsonObject, place: Place & { readonly field: string }, subject: string): Problem[] {
  const found: Problem[] = [];
  if (typeof object.expression === "string" && object.expression !== "") {
    const parsed = parseExpression(object.expression);
    const at = { ...place, field: `${place.field}.expression` };
    if ("error" in parsed) {
      found.push(problem("bad_expression", `${subject}: the expression cannot be read: ${parsed.error}.`, at));
    } else if (parsed.badZone !== null) {
      found.push(problem("bad_expression", `${subject}: “${parsed.badZone}” ${UNKNOWN_TIMEZONE}.`, at));
    }
  }
  const pattern = patternIn(object);
  const wrong = pattern === null ? null : patternProblem(pattern.source);
  if (pattern !== null && wrong !== null) {
    const message = `${subject}: “${pattern.source}” ${wrong}.`;
    found.push(problem("bad_expression", message, { ...place, field: `${place.field}.${pattern.key}` }));
  }
  return found;
}

function patternIn(object: JsonObject): { readonly key: string; readonly source: string } | null {
  if (object.matchType === "regex" && typeof object.pattern === "string")
    return { key: "pattern", source: object.pattern };
  if ((object.op === "matches" || object.operator === "matches") && typeof object.value === "string")
    return { key: "value", source: object.value };
  return null;
}
