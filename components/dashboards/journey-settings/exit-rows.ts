import * as z from "zod";
import { ExitCondition, type RuleGroup } from "#journey";
import { isFinished, NO_RULES, readRules } from "#rules";
import { readTyped, writeTyped } from "#values";

/** An exit condition as the form holds it; `kept` if the form cannot show it. */
export const ExitRow = z
  .object({
    kind: z.enum(["event", "rules", "expression", "kept"]),
    eventName: z.string().max(255, "At most 255 characters."),
    pairs: z.array(z.object({ name: z.string(), text: z.string() })),
    rules: z.custom<RuleGroup>(),
    expression: z.string().max(10_000, "At most 10,000 characters."),
    kept: z.unknown(),
  })
  .superRefine((row, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (row.kind === "event" && !row.eventName.trim()) need("eventName", "Which event makes people leave?");
    if (row.kind === "expression" && !row.expression.trim()) need("expression", "Write the expression.");
    if (row.kind === "rules" && !isFinished(row.rules)) need("rules", "Finish every rule, or remove it.");
  });
export type ExitRow = z.infer<typeof ExitRow>;

export const NEW_EXIT: ExitRow = {
  kind: "event",
  eventName: "",
  pairs: [],
  rules: NO_RULES,
  expression: "",
  kept: null,
};

/** Exit conditions as rows; conditions that the form cannot show are kept unchanged. */
export function readExits(conditions: unknown): ExitRow[] {
  if (!Array.isArray(conditions)) return [];
  return conditions.map((condition: unknown) => readExit(condition));
}

function readExit(condition: unknown): ExitRow {
  const parsed = ExitCondition.safeParse(condition);
  if (!parsed.success) return { ...NEW_EXIT, kind: "kept", kept: condition };
  const { data } = parsed;
  if ("eventName" in data) {
    const pairs = Object.entries(data.filter ?? {}).map(([name, value]) => ({ name, text: writeTyped(value) }));
    return { ...NEW_EXIT, eventName: data.eventName, pairs, expression: data.expression ?? "" };
  }
  if ("expression" in data) return { ...NEW_EXIT, kind: "expression", expression: data.expression };
  const rules = readRules(data.rules);
  return rules ? { ...NEW_EXIT, kind: "rules", rules } : { ...NEW_EXIT, kind: "kept", kept: condition };
}

/** Rows to document; `undefined` if there is no exit condition. */
export function writeExits(rows: readonly ExitRow[]): unknown[] | undefined {
  return rows.length === 0 ? undefined : rows.map(writeExit);
}

function writeExit(row: ExitRow): unknown {
  switch (row.kind) {
    case "kept":
      return row.kept;
    case "rules":
      return { rules: row.rules };
    case "expression":
      return { expression: row.expression.trim() };
    case "event": {
      const named = row.pairs.filter(({ name }) => name.trim() !== "");
      return {
        eventName: row.eventName.trim(),
        ...(named.length > 0
          ? { filter: Object.fromEntries(named.map(({ name, text }) => [name.trim(), readTyped(text)])) }
          : {}),
        ...(row.expression.trim() ? { expression: row.expression.trim() } : {}),
      };
    }
  }
}
