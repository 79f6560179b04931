import type * as z from "zod";
import { type FieldError, fieldError } from "#services";

/** A zod error as field errors; errors in `nodes[i]` or `edges[i]` also name that node's or edge's id. */
export function inputErrors(error: z.ZodError, input: unknown): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => named([...issue.path, key], `The field ${key} is not known here`, input));
    }
    return [named(deepest(issue), messageOf(issue), input)];
  });
}

/** One sentence for the problem's `detail`. */
export function summarize(errors: readonly FieldError[]): string {
  const [first] = errors;
  if (!first) return "The input is not valid.";
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return `${first.field ? `${first.field}: ` : ""}${first.message}${rest}`;
}

/** For a union, explains the branch that matches best. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue | null {
  if (issue.code !== "invalid_union") return null;
  const branches = issue.errors.filter((branch) => branch.length > 0).sort((a, b) => a.length - b.length);
  return branches[0]?.find((inner) => inner.path.length > 0) ?? null;
}

function deepest(issue: z.core.$ZodIssue): PropertyKey[] {
  return [...issue.path, ...(nearest(issue)?.path ?? [])];
}

const messageOf = (issue: z.core.$ZodIssue): string => nearest(issue)?.message ?? issue.message;

function named(path: readonly PropertyKey[], message: string, input: unknown): FieldError {
  const [list, index] = path;
  const base = fieldError(path, message);
  if ((list !== "nodes" && list !== "edges") || typeof index !== "number") return base;
  const items = (input as Record<string, unknown>)[list];
  const id = Array.isArray(items) ? (items[index] as { id?: unknown } | null)?.id : undefined;
  if (typeof id !== "string") return base;
  return list === "nodes" ? { ...base, nodeId: id.slice(0, 100) } : { ...base, edgeId: id.slice(0, 100) };
}
