import { orderedSteps } from "#dialects";
import { type FieldError, invalid } from "#services";
import { isObject } from "#values";
import type { V1Problem } from "./schema.ts";

const READ = ["description", "maxDuration", "entryConditions", "steps"] as const;

/**
 * Fields of a valid request that nothing reads, as warnings. Throws `invalid` for one that looks like a filter: without it
 * more people would be let in than were meant.
 */
export function unreadFields(given: unknown): V1Problem[] {
  const sent = isObject(given) ? given : {};
  const written = Object.fromEntries(READ.flatMap((field) => (field in sent ? [[field, sent[field]]] : [])));
  const { problems } = orderedSteps.read({ ...written, name: "Any" }, { seed: "any" });
  const unknown = problems.filter(({ code }) => code === "unknown_field");
  const errors = unknown.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw invalid(
      errors[0]?.message ?? "",
      errors.map(({ pointer, code, message }): FieldError => {
        return { pointer, field: pointer.slice(1).replaceAll("/", "."), code, message };
      }),
    );
  const steps: readonly unknown[] = Array.isArray(sent.steps) ? sent.steps : [];
  return unknown.map(({ code, severity, pointer, message }) => {
    const step = steps[Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    const stepId = isObject(step) && typeof step.id === "string" ? step.id : null;
    return { code, severity, stepId, pointer, message };
  });
}
