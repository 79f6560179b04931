import type { Rule } from "#journey";
import { listOf, numberOf, textOf } from "../json.ts";
import { type Comparison, ruleOf } from "../rules/field-test.ts";
import { allOf, anyOf } from "../rules/join.ts";
import { traitOf } from "./tokens.ts";
import { close, open, type Scene, type Translate, type Translation, taken } from "./translation.ts";

type Meaning = { readonly comparison: Comparison; readonly not?: boolean };

/** Operators of fields; `like` has `%` as in SQL. */
const OPERATORS: Readonly<Record<string, Meaning>> = {
  "=": { comparison: "is" },
  eq: { comparison: "is" },
  "!=": { comparison: "is", not: true },
  neq: { comparison: "is", not: true },
  gt: { comparison: "gt" },
  gte: { comparison: "gte" },
  lt: { comparison: "lt" },
  lte: { comparison: "lte" },
  empty: { comparison: "exists", not: true },
  "!empty": { comparison: "exists" },
  in: { comparison: "is" },
  "!in": { comparison: "is", not: true },
  contains: { comparison: "contains" },
  startsWith: { comparison: "starts" },
  endsWith: { comparison: "ends" },
  regexp: { comparison: "matches" },
  "!regexp": { comparison: "matches", not: true },
  like: { comparison: "contains" },
  "!like": { comparison: "contains", not: true },
};
/** Comparisons in which Mautic's database does not tell capitals from small letters. */
const IGNORES_CASE: ReadonlySet<Comparison> = new Set(["is", "contains", "starts", "ends"]);

const node = (rules: readonly Rule[]) => ({ type: "CONDITION" as const, config: { rules: allOf(rules) } });
const unfinished = (reason: string): Translation => open({ type: "CONDITION", config: { rules: { all: [] } } }, reason);

const fieldValue: Translate = ({ field, operator, value }) => {
  const name = traitOf(textOf(field));
  const meaning = OPERATORS[textOf(operator)];
  if (name === "" || meaning === undefined)
    return unfinished(`Its comparison “${textOf(operator)}” has no counterpart: choose a condition.`);
  const values = Array.isArray(value) ? value : [value];
  const written = values.map((one) => (/like/.test(textOf(operator)) ? textOf(one).replace(/^%|%$/g, "") : one));
  const isText = written.every((one) => typeof one === "string" && !Number.isFinite(Number(one)));
  const ignoresCase = isText && IGNORES_CASE.has(meaning.comparison);
  const rule = ruleOf({ ...meaning, name, values: written, ignoresCase }, "person.traits");
  return taken(node([rule]), `The contact field ${textOf(field)} is the trait ${name}.`);
};

const points: Translate = ({ operator, score, group }) => {
  const meaning = OPERATORS[textOf(operator)];
  const value = numberOf(score);
  if (meaning === undefined || value === null) return unfinished("Its comparison of points could not be read.");
  const note = "Points are the trait points here; they come with the people that are imported.";
  const rule = ruleOf({ ...meaning, name: "points", values: [value] }, "person.traits");
  if (textOf(group) !== "") return close(node([rule]), note, "Groups of points do not exist here: all points count.");
  return close(node([rule]), note);
};

const tags: Translate = ({ tags: names }) => {
  const wanted = listOf(names).map(textOf).filter(Boolean);
  if (wanted.length === 0) return unfinished("It names no tag.");
  return taken(node([anyOf(wanted.map((value): Rule => ({ field: "tags", op: "contains", value })))]));
};

const segments: Translate = ({ segments: ids }, scene) => {
  const keys = segmentKeys(listOf(ids), scene);
  if (keys.length === 0) return unfinished("Its segments are not in the file.");
  return taken(node([anyOf(keys.map((segment): Rule => ({ segment })))]));
};

const stages: Translate = ({ stages: ids }) =>
  unfinished(`It asks for the stages ${listOf(ids).map(textOf).join(", ")} by number; choose the stage.`);

const pageHit: Translate = (properties, { index }) => {
  const page = index.find("page", properties.page);
  const url = textOf(properties.page_url);
  const alias = textOf(page?.fields.alias);
  if (url === "" && alias === "") return unfinished("It names no page.");
  const rule: Rule =
    url === "" ? { event: "page.viewed", filter: { path: `/${alias}` } } : { event: "page.viewed", filter: { url } };
  return close(
    node([rule]),
    "It asks for page views with exactly this address; times and repeated visits are not asked for.",
  );
};

/** Every type of condition; other types are left for somebody to fill in. */
export const CONDITIONS: Readonly<Record<string, Translate>> = {
  "lead.field_value": fieldValue,
  "lead.points": points,
  "lead.tags": tags,
  "lead.segments": segments,
  "lead.stages": stages,
  "lead.pageHit": pageHit,
};

export const unknownCondition = (type: string): Translation =>
  unfinished(`Conditions of the type ${type} have no counterpart: choose a condition.`);

/** Keys of segments by their ids in the file; those that are not in it are skipped. */
export function segmentKeys(ids: readonly unknown[], { index, outline }: Scene): string[] {
  return ids.flatMap((id) => {
    const name = textOf(index.find("lists", id)?.fields.name) || outline.nameOf("segment", textOf(id));
    return name ? [outline.segment(name)] : [];
  });
}
