import type * as z from "zod";
import { type UnknownField, unknownFields } from "#journey";
import type { DialectProblem, DialectProblemCode } from "./dialect.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The JSON pointer (RFC 6901) of a path. */
export function pointerTo(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function errorAt(path: Path, code: DialectProblemCode, message: string): DialectProblem {
  return { code, severity: "error", pointer: pointerTo(path), message };
}

export function warningAt(path: Path, code: DialectProblemCode, message: string): DialectProblem {
  return { code, severity: "warning", pointer: pointerTo(path), message };
}

export const hasErrors = (problems: readonly DialectProblem[]): boolean =>
  problems.some(({ severity }) => severity === "error");

/** Parses foreign JSON with a schema; what does not fit is reported with pointers, all at once. */
export function readShape<Shape>(
  schema: z.ZodType<Shape>,
  foreign: unknown,
): { readonly value: Shape | null; readonly problems: readonly DialectProblem[] } {
  const parsed = schema.safeParse(foreign);
  const unknown = unknownFields(schema, foreign).map(unknownFieldAt);
  if (parsed.success) return { value: hasErrors(unknown) ? null : parsed.data, problems: unknown };
  const wrong = parsed.error.issues.flatMap(nearest).flatMap((issue) => toProblems(issue, foreign));
  return { value: null, problems: [...wrong, ...unknown] };
}

/** A field that looks like a filter would leave somebody out, so reading without it is refused. */
function unknownFieldAt({ path, nearest: meant, isFilter, isKept }: UnknownField): DialectProblem {
  const name = String(path.at(-1));
  const hint = meant === null ? "" : ` Did you mean ${meant}?`;
  const at = isFilter ? errorAt : warningAt;
  const fate = isKept ? "does nothing" : "would be left out";
  return at(path, "unknown_field", `The field ${name} is not known here and ${fate}.${hint}`);
}

function toProblems(issue: Issue, foreign: unknown): DialectProblem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      errorAt([...issue.path, key], "unknown_field", `The field ${key} is not known here.`),
    );
  const code = codeOf(issue, foreign);
  return [errorAt(issue.path, code, sentence(issue, code))];
}

/** The issues of the union variant that fits best. */
function nearest(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [best = []] = [...issue.errors].sort((left, right) => weigh(left) - weigh(right));
  if (best.length === 0) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(nearest);
}

/** A wrong type at the top says that another variant was meant. */
function weigh(issues: readonly Issue[]): number {
  return issues.reduce((sum, { code, path }) => sum + (code === "invalid_type" && path.length === 0 ? 10 : 1), 0);
}

function codeOf(issue: Issue, foreign: unknown): DialectProblemCode {
  const wanted: unknown = issue.code === "custom" ? issue.params?.code : undefined;
  if (wanted === "bad_duration" || wanted === "duplicate_name" || wanted === "unknown_target") return wanted;
  if (valueAt(foreign, issue.path) === undefined && issue.path.length > 0) return "missing_field";
  if (issue.code === "invalid_type") return "wrong_type";
  if (issue.code !== "invalid_value" && issue.code !== "invalid_union") return "wrong_value";
  const field = issue.path.at(-1);
  return field === "type" ? "unknown_type" : field === "operator" ? "unknown_operator" : "unknown_value";
}

function sentence(issue: Issue, code: DialectProblemCode): string {
  const name = String(issue.path.findLast((part) => typeof part === "string") ?? "value");
  if (code === "missing_field") return `The field ${name} is missing.`;
  if (issue.code === "invalid_type") return `The field ${name} must be ${ARTICLES[issue.expected] ?? issue.expected}.`;
  if (issue.code === "invalid_value") return `The field ${name} must be one of ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "invalid_union") {
    const options = ("options" in issue ? (issue.options ?? []) : []).map(String).join(", ");
    return options === "" ? `The field ${name} is not right.` : `The field ${name} must be one of ${options}.`;
  }
  const says = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return `The field ${name} ${issue.code === "custom" ? says : `is not right: ${says}`}.`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  object: "an object",
  record: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function valueAt(foreign: unknown, path: Path): unknown {
  let value = foreign;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
