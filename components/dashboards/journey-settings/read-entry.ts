import { EntryConditions, type RuleGroup, readEntryConditions } from "#journey";
import { NO_RULES, readRules } from "#rules";
import { writeTyped } from "#values";

export type EntryFields = {
  entryMode: "all" | "map" | "rules" | "expression" | "kept";
  entryPairs: { name: string; text: string }[];
  entryRules: RuleGroup;
  entryExpression: string;
};

const everybody: EntryFields = {
  entryMode: "all",
  entryPairs: [{ name: "", text: "" }],
  entryRules: NO_RULES,
  entryExpression: "",
};

/** Entry conditions as the form shows them; `kept` if no form can show them. */
export function readEntry(conditions: unknown): EntryFields {
  const parts = partsOf(conditions);
  if (!parts) return { ...everybody, entryMode: "kept" };
  const used = Object.entries(parts).filter(([, value]) => value !== undefined);
  if (used.length === 0) return everybody;
  const rules = parts.rules ? readRules(parts.rules) : null;
  if (used.length === 1 && rules) return { ...everybody, entryMode: "rules", entryRules: rules };
  if (used.length === 1 && parts.expression)
    return { ...everybody, entryMode: "expression", entryExpression: parts.expression };
  if (used.length === 1 && parts.filter) {
    const entryPairs = Object.entries(parts.filter).map(([name, value]) => ({ name, text: writeTyped(value) }));
    return { ...everybody, entryMode: "map", entryPairs };
  }
  return { ...everybody, entryMode: "kept" };
}

function partsOf(conditions: unknown) {
  if (conditions === undefined || conditions === null) return {};
  const map = EntryConditions.safeParse(conditions);
  if (!map.success) return null;
  try {
    return readEntryConditions(map.data);
  } catch {
    return null;
  }
}
