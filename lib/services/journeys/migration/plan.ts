import type { JourneyDocument } from "#journey";
import { type FieldError, fieldError, invalid } from "#services";
import type { Migration } from "./input.ts";
import type { KnownVersion } from "./standing.ts";
import { counterpart, suggestedTarget, suggestedTimers } from "./suggest.ts";

export type PlannedStep = Migration["steps"][number];

/**
 * The steps of a plan that do something, checked against the versions people come from and the document they go to.
 * Throws `invalid` naming each field that is wrong.
 */
export function planMigration(
  migration: Migration,
  versions: readonly KnownVersion[],
  target: JourneyDocument,
): PlannedStep[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, step] of migration.steps.entries()) {
    const wrong = checkStep(step, versions, target);
    const key = `${step.nodeId} ${step.versionId ?? ""}`;
    if (wrong) errors.push(fieldError(["migration", "steps", index, wrong.field], wrong.message));
    else if (seen.has(key)) errors.push(fieldError(["migration", "steps", index, "nodeId"], "This step occurs twice"));
    seen.add(key);
  }
  if (errors.length > 0) throw invalid("This migration is not valid.", errors);
  return migration.steps.flatMap((step) => {
    if (step.action === "stay") return [];
    if (step.action === "exit") return [step];
    const timers = step.timers ?? migration.timers;
    return timers === undefined ? withTimers(step, versions, target) : [{ ...step, timers }];
  });
}

/** A step without `timers` gets the suggested value, separately for each version if they differ. */
function withTimers(step: PlannedStep, versions: readonly KnownVersion[], target: JourneyDocument): PlannedStep[] {
  const suggested = versions.flatMap(({ id, document }) => {
    const node = document.nodes.find((candidate) => candidate.id === step.nodeId);
    if (node === undefined || (step.versionId !== undefined && step.versionId !== id)) return [];
    const asked = target.nodes.find((candidate) => candidate.id === step.toNodeId);
    return [{ versionId: id, timers: suggestedTimers(node, document, asked ?? counterpart(node, target), target) }];
  });
  const anew = suggested.filter(({ timers }) => timers === "recompute");
  if (anew.length === suggested.length && anew.length > 0) return [{ ...step, timers: "recompute" }];
  return [...anew.map((own) => ({ ...step, ...own })), { ...step, timers: "keep" }];
}

type Wrong = { readonly field: "nodeId" | "versionId" | "toNodeId"; readonly message: string };

function checkStep(step: PlannedStep, versions: readonly KnownVersion[], target: JourneyDocument): Wrong | null {
  const { nodeId, versionId, action, toNodeId } = step;
  const among = versionId === undefined ? versions : versions.filter((version) => version.id === versionId);
  if (among.length === 0 && versionId !== undefined)
    return { field: "versionId", message: `This journey has no version ${versionId}` };
  const [from] = among.flatMap(({ document }) => {
    const node = document.nodes.find((candidate) => candidate.id === nodeId);
    return node ? [{ node, document }] : [];
  });
  if (!from) return { field: "nodeId", message: `No version of this journey has a step ${nodeId}` };
  if (toNodeId !== undefined && action !== "move")
    return { field: "toNodeId", message: "Only people who move need a target" };
  if (toNodeId !== undefined && !target.nodes.some((node) => node.id === toNodeId))
    return { field: "toNodeId", message: `The new version has no step ${toNodeId}` };
  if (action !== "move" || toNodeId !== undefined || counterpart(from.node, target)) return null;
  const next = suggestedTarget(from.node, from.document, target);
  const hint = next ? `, such as “${next.name}” (${next.id}), which came after it` : "";
  return {
    field: "toNodeId",
    message: `The new version has no step like “${from.node.label ?? from.node.name}”: choose where they go${hint}`,
  };
}
