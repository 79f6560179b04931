import { isDateOperator, type JourneyDocument, type JourneyNode } from "#journey";
import { FIRST_FORMAT, PROGRAM_FORMAT } from "./program.ts";

/**
 * Triggers on dates, dates in rules and the zone of a wait came with format 2. A document without any of them is still run by
 * workers of the release before (R16).
 */
export function formatOf({ nodes, settings }: JourneyDocument): number {
  const isNew = nodes.some(isNewNode) || comparesDates(settings);
  return isNew ? PROGRAM_FORMAT : FIRST_FORMAT;
}

function isNewNode({ type, config }: JourneyNode): boolean {
  if (type === "TRIGGER" && config.triggerType === "DATE") return true;
  return (type === "WAIT" && config.zone !== undefined) || comparesDates(config);
}

function comparesDates(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("field" in value && "op" in value && isDateOperator(String(value.op))) return true;
  return Object.values(value).some(comparesDates);
}
