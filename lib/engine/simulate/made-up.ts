import type { JsonObject, UrlMatch } from "#journey";
import { isObject } from "#values";
import type { Program, ProgramEntry } from "../program.ts";

/** What starts an enrollment: an event, or (null) a direct enrollment. */
export type Start = { readonly eventName: string; readonly properties: JsonObject } | null;

/** An event that fits the first TRIGGER with an event; null when people only enter by hand, audience, schedule or date. */
export function startOf(program: Program): Start {
  const entry = program.entries.find((candidate) => candidate.eventName !== null);
  if (entry === undefined || entry.eventName === null) return null;
  return {
    eventName: entry.eventName,
    properties: { ...filterOf(entry.config), ...asked(program), ...fitting(entry) },
  };
}

/** Whether people enter on a date of theirs, and not by an event. */
export function startsByDate(program: Program): boolean {
  return startOf(program) === null && program.entries.some(({ kind }) => kind === "DATE");
}

function fitting({ kind, config }: ProgramEntry): JsonObject {
  switch (kind) {
    case "URL_MATCH":
      return { url: urlFor(config) };
    case "ELEMENT_CLICK":
      return { selector: config.selector };
    case "SEGMENT_ENTERED":
    case "SEGMENT_LEFT":
      return { segment: config.segment, key: config.segment, number: config.segment };
    default:
      return {};
  }
}

/** An address that the pattern matches; for a regular expression the pattern itself, because no match can be derived. */
function urlFor({ matchType, pattern }: UrlMatch): string {
  return matchType === "glob" ? pattern.replaceAll("*", "").replaceAll("?", "x") : pattern;
}

export function filterOf(config: JsonObject): JsonObject {
  const { filter } = config;
  return isObject(filter) ? filter : {};
}

const NOT_PROPERTIES = ["rules", "expression", "segments", "event"];

/** The event properties that the entry conditions require. */
function asked(program: Program): JsonObject {
  const conditions = program.settings.entryConditions;
  if (!isObject(conditions)) return {};
  if (isObject(conditions.filter)) return conditions.filter;
  return Object.keys(conditions).some((key) => NOT_PROPERTIES.includes(key)) ? {} : conditions;
}
