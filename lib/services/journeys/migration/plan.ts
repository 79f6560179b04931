import type { JourneyDocument, JourneyNode } from "#journey";
import { type FieldError, fieldError, invalid } from "#services";
import type { Migration } from "./input.ts";
import type { KnownVersion } from "./standing.ts";

export type PlannedStep = Migration["steps"][number];

/** The step of the new version that stands for an old one: of the same id, else of the same name. */
export function counterpart(node: JourneyNode, document: JourneyDocument): JourneyNode | null {
  return (
    document.nodes.find((candidate) => candidate.id === node.id) ??
    document.nodes.find((candidate) => candidate.name === node.name) ??
    null
  );
}

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
    else if (seen.has(key))
      errors.push(fieldError(["migration", "steps", index, "nodeId"], "This step is planned twice"));
    seen.add(key);
  }
  if (errors.length > 0) throw invalid("This migration cannot be carried out.", errors);
  return migration.steps.filter((step) => step.action !== "stay");
}

type Wrong = { readonly field: "nodeId" | "versionId" | "toNodeId"; readonly message: string };

function checkStep(step: PlannedStep, versions: readonly KnownVersion[], target: JourneyDocument): Wrong | null {
  const { nodeId, versionId, action, toNodeId } = step;
  const among = versionId === undefined ? versions : versions.filter((version) => version.id === versionId);
  if (among.length === 0 && versionId !== undefined)
    return { field: "versionId", message: `This journey has no version ${versionId}` };
  const [from] = among.flatMap(({ document }) => document.nodes.find((node) => node.id === nodeId) ?? []);
  if (!from) return { field: "nodeId", message: `No version of this journey has a step ${nodeId}` };
  if (toNodeId !== undefined && action !== "move")
    return { field: "toNodeId", message: "Only people who move need a target" };
  if (toNodeId !== undefined && !target.nodes.some((node) => node.id === toNodeId))
    return { field: "toNodeId", message: `The new version has no step ${toNodeId}` };
  if (action === "move" && toNodeId === undefined && !counterpart(from, target))
    return { field: "toNodeId", message: `The new version has no step like “${from.name}”: say where they go` };
  return null;
}
