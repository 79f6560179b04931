import { sameJson } from "#dialects";
import type { Native } from "./server-journey.ts";

/** A part of a journey that is not the same: a step or an edge by its name, or a field of the journey. */
export type Difference = {
  readonly part: "step" | "edge" | "journey";
  readonly name: string;
  readonly change: "added" | "removed" | "changed" | "moved";
  readonly fields: readonly FieldChange[];
};
export type FieldChange = { readonly path: string; readonly before: unknown; readonly after: unknown };

/** What differs from one state of a journey to another, by the names in its file. */
export function differencesOf(before: Native, after: Native): Difference[] {
  const fields = Object.keys({ ...before, ...after }).filter((key) => key !== "nodes" && key !== "edges");
  return [
    ...fields.flatMap((name): Difference[] => {
      const changes = fieldChanges(before[name], after[name], name);
      return changes.length === 0 ? [] : [{ part: "journey", name, change: "changed", fields: changes }];
    }),
    ...namedParts("step", before.nodes, after.nodes),
    ...namedParts("edge", before.edges, after.edges),
  ];
}

function namedParts(part: "step" | "edge", before: unknown, after: unknown): Difference[] {
  const [old, fresh] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name): Difference[] => {
    const [one, other] = [old.get(name), fresh.get(name)];
    if (!one || !other) return [{ part, name, change: one ? "removed" : "added", fields: [] }];
    const fields = fieldChanges(one, other);
    if (fields.length === 0) return [];
    const isMoved = fields.every(({ path }) => path.startsWith("position."));
    return [{ part, name, change: isMoved ? "moved" : "changed", fields }];
  });
}

const byName = (parts: unknown): Map<string, Native> =>
  new Map((Array.isArray(parts) ? (parts as Native[]) : []).map((part) => [String(part.name), part]));

/** The leaves in which two values differ, by paths with dots. */
function fieldChanges(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (sameJson(before ?? null, after ?? null)) return [];
  if (!isPlain(before) || !isPlain(after)) return [{ path, before: before ?? null, after: after ?? null }];
  return Object.keys({ ...before, ...after }).flatMap((key) =>
    fieldChanges(before[key], after[key], path === "" ? key : `${path}.${key}`),
  );
}

const isPlain = (value: unknown): value is Native =>
  typeof value === "object" && value !== null && !Array.isArray(value);
