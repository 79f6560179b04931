import {
  type ConfigIssue as Issue,
  knownFieldsAt,
  type NodeKind,
  type Problem,
  type ProblemCode,
  unknownField,
} from "#journey";
import { type Place, problem } from "./report.ts";
import { fieldProblem } from "./unknown-fields.ts";

/** Converts zod's issues to problems: a missing value is `missing_config`, everything else is an invalid one. */
export function problemsOf(
  issues: readonly Issue[],
  input: unknown,
  place: Place & { readonly field: string },
  subject: string,
  schema: NodeKind["configSchema"],
): Problem[] {
  return issues.flatMap(deepest).flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      // In a strict schema the fields decide how a value is read, so no unknown field may be ignored: each one is an
      // error.
      const known = knownFieldsAt(schema, issue.path, input);
      const at = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
      return issue.keys.map((key) => fieldProblem(unknownField([...at, key], known), place, subject, "error"));
    }
    const code = codeOf(issue, input);
    const field = [place.field, ...issue.path.map(String)].filter((part) => part !== "").join(".");
    return [problem(code, sentence(code, issue, subject, field), { ...place, field })];
  });
}

/** The issues of the union variant that fits the value best. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0 || issue.message !== "Invalid input") return [issue];
  const [best = []] = [...issue.errors].sort((left, right) => score(left) - score(right));
  const inner = best.map((found) => ({ ...found, path: [...issue.path, ...found.path] }));
  return inner.length === 0 ? [issue] : inner.flatMap(deepest);
}

/** Unknown keys and wrong types suggest that another variant was meant, so they score worse. */
function score(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? 10 : issue.code === "invalid_type" ? 3 : 1),
    0,
  );
}

function codeOf(issue: Issue, input: unknown): ProblemCode {
  const wanted = issue.code === "custom" ? issue.params?.code : undefined;
  if (isEmpty(valueAt(input, issue.path))) return "missing_config";
  return wanted === "bad_duration" || wanted === "missing_config" ? wanted : "bad_config";
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function sentence(code: ProblemCode, issue: Issue, subject: string, field: string): string {
  const name = words(field.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "value");
  if (code === "missing_config")
    return issue.code === "custom" && issue.message !== "Invalid input"
      ? `${subject} ${issue.message}.`
      : `${subject} has no ${name} yet.`;
  if (code === "bad_duration")
    return `${subject}: the ${name} is not a duration such as 30m, 12h, 2d or 1w, or it is longer than a hundred years.`;
  const says = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return issue.code === "custom" || issue.code === "invalid_format"
    ? `${subject}: the ${name} ${says}.`
    : `${subject}: the ${name} is not right (${says}).`;
}

/** `eventName` as words: `event name`. */
function words(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
