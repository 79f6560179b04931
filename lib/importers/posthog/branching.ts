import type { RuleGroup } from "#journey";
import type { Way } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import { allOf } from "../rules/join.ts";
import { rulesOf } from "./filters.ts";
import { keyOf, nodeOf, type Translate } from "./translation.ts";

const OPEN: RuleGroup = { all: [] };

/** The first condition that holds is taken; `continue` is for the rest. */
export const conditional: Translate = (config, action) => {
  const conditions = listOf(config.conditions).map(objectOf);
  const rules = conditions.map(({ filters }) => rulesOf(filters));
  const groups = rules.map((one) => (one === null || one.length === 0 ? OPEN : allOf(one)));
  const unread = rules.filter((one) => one === null || one.length === 0).length;
  const reasons = unread > 0 ? [`${unread} of its conditions could not be read: choose them.`] : [];
  const level = unread > 0 ? ("approximated" as const) : ("taken_over" as const);
  const key = keyOf(action);
  if (conditions.length < 2) {
    const exits = { 0: { node: key, branch: "TRUE" }, continue: { node: key, branch: "FALSE" } };
    const node = nodeOf(action, "CONDITION", { rules: groups[0] ?? OPEN });
    return {
      piece: { nodes: [node], links: [], exits },
      level,
      reasons,
      unfinished: unread > 0 || conditions.length === 0,
    };
  }
  const branches = conditions.map(({ name }, index) => ({
    key: `${index + 1}`,
    label: textOf(name).slice(0, 255) || `Branch ${index + 1}`,
    rules: groups[index] ?? OPEN,
  }));
  const ways = branches.map((branch, index): [string, Way] => [
    `${index}`,
    { node: key, branch: branch.key, label: branch.label },
  ]);
  const exits = { ...Object.fromEntries(ways), continue: { node: key, branch: "default" } };
  const piece = { nodes: [nodeOf(action, "CONDITION", { branches })] as const, links: [], exits };
  return { piece: { ...piece, nodes: [...piece.nodes] }, level, reasons, unfinished: unread > 0 };
};

/** What the percentages leave over continues. */
export const randomCohorts: Translate = (config, action) => {
  const cohorts = listOf(config.cohorts).map(objectOf);
  const percents = cohorts.map(({ percentage }) => Math.round((numberOf(percentage) ?? 0) * 10) / 10);
  const rest = Math.round((100 - percents.reduce((sum, percent) => sum + percent, 0)) * 10) / 10;
  const isWhole = rest >= 0 && cohorts.length > 0;
  const key = keyOf(action);
  const ways = cohorts.map(({ name }, index): [string, Way] => [
    `${index}`,
    { node: key, label: textOf(name) || `Cohort ${index + 1}`, weight: isWhole ? (percents[index] ?? 0) : null },
  ]);
  const exits: Record<string, Way> = Object.fromEntries(ways);
  if (!isWhole || rest > 0) exits.continue = { node: key, label: "Rest", weight: isWhole ? rest : null };
  const reasons = isWhole ? [] : ["Its shares add up to more than 100 percent: all paths get the same."];
  const level = isWhole ? "taken_over" : "approximated";
  return { piece: { nodes: [nodeOf(action, "SPLIT", {})], links: [], exits }, level, reasons };
};
