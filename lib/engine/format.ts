import { isDateOperator, type JourneyDocument } from "#journey";
import { behaviours } from "./nodes/index.ts";
import { DATES_FORMAT, FIRST_FORMAT } from "./program.ts";

/** The oldest program format that can express the document: workers of earlier releases can run the formats they know (R16). */
export function formatOf({ nodes, settings }: JourneyDocument): number {
  const ofRules =
    comparesDates(settings) || nodes.some(({ config }) => comparesDates(config)) ? DATES_FORMAT : FIRST_FORMAT;
  return Math.max(ofRules, ...nodes.map(({ type, config }) => behaviours[type].format(config)));
}

function comparesDates(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("field" in value && "op" in value && isDateOperator(String(value.op))) return true;
  return Object.values(value).some(comparesDates);
}
