import type { Rule, RuleGroup } from "#journey";
import type { Way } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import { allOf } from "../rules/join.ts";
import { groupsOf, rulesOf, sinceStart } from "./conditions.ts";
import { type Action, keyOf, nodeOf, type Scene, type Translate, type Translation } from "./scene.ts";

const OPEN: RuleGroup = { all: [] };
const UNREAD = "Its condition has no counterpart, or asks for a metric without a name: choose it.";

function twoWays(
  node: ReturnType<typeof nodeOf>,
  [yes, no]: readonly [Partial<Way>, Partial<Way>],
): Translation["piece"] {
  const { key } = node;
  return {
    nodes: [node],
    links: [],
    exits: { next_if_true: { node: key, ...yes }, next_if_false: { node: key, ...no } },
  };
}

function byRules(action: Action, rules: readonly Rule[] | null): Translation {
  const isOpen = rules === null || rules.length === 0;
  const piece = twoWays(nodeOf(action, "CONDITION", { rules: isOpen ? OPEN : allOf(rules) }), [
    { branch: "TRUE" },
    { branch: "FALSE" },
  ]);
  return isOpen
    ? { piece, level: "approximated", reasons: [UNREAD], unfinished: true }
    : { piece, level: "taken_over", reasons: [] };
}

/**
 * A condition about the profile. What happened since the flow started is asked as the journey's goal, and a random
 * sample is a split.
 */
export const conditionalSplit: Translate = (action, scene) => {
  const filter = action.data.profile_filter;
  const groups = groupsOf(filter);
  const [only] = groups.length === 1 && groups[0]?.length === 1 ? groups[0] : [];
  if (only?.type === "profile-sample") return sample(action, numberOf(only.percentage) ?? 50);
  const since = only === undefined ? null : sinceStart(only);
  if (since !== null) {
    const name = scene.outline.nameOf("event", since.metric);
    if (name !== null && (scene.goalMetric === null || scene.goalMetric === name))
      return byGoal(action, scene, name, since.isAbsent);
  }
  return byRules(action, rulesOf(filter, scene.outline));
};

function byGoal(action: Action, scene: Scene, metric: string, isAbsent: boolean): Translation {
  scene.goalMetric = metric;
  const [met, unmet] = [{ branch: "MET" }, { branch: "NOT_MET" }];
  const piece = twoWays(nodeOf(action, "GOAL_CHECK", {}), isAbsent ? [unmet, met] : [met, unmet]);
  return {
    piece,
    level: "taken_over",
    reasons: [`Since people entered: ${metric} is the journey's goal, and this asks for it.`],
  };
}

function sample(action: Action, percentage: number): Translation {
  const share = Math.min(100, Math.max(0, percentage));
  const piece = twoWays(nodeOf(action, "SPLIT", { sticky: true }), [
    { label: "Sample", weight: share },
    { label: "Others", weight: 100 - share },
  ]);
  return { piece, level: "taken_over", reasons: [] };
}

/** A condition about the event that started the flow. */
export const triggerSplit: Translate = (action, { outline }) =>
  byRules(action, rulesOf(action.data.trigger_filter, outline));

export const outputSplit: Translate = (action) => byRules(action, null);

/** The first branch that holds is taken, in their order; the one without conditions is for the rest. */
export const multiBranch: Translate = (action, { outline }) => {
  const key = keyOf(action);
  const all = listOf(action.data.branches)
    .map(objectOf)
    .sort((left, right) => (numberOf(left.order) ?? 0) - (numberOf(right.order) ?? 0));
  const asked = all.filter(({ is_else: isElse }) => isElse !== true);
  const rest = all.find(({ is_else: isElse }) => isElse === true);
  const rules = asked.map(({ branch_filter: filter }) => rulesOf(filter, outline));
  const isOpen = rules.some((one) => one === null || one.length === 0) || asked.length === 0;
  const branches = asked.map(({ name }, index) => {
    const own = rules[index];
    return {
      key: `${index + 1}`,
      label: textOf(name).slice(0, 255) || `Branch ${index + 1}`,
      rules: own === null || own === undefined || own.length === 0 ? OPEN : allOf(own),
    };
  });
  const ways = branches.map((branch, index): [string, Way] => [
    textOf(asked[index]?.branch_id),
    { node: key, branch: branch.key, label: branch.label },
  ]);
  const exits = { ...Object.fromEntries(ways), [textOf(rest?.branch_id) || "else"]: { node: key, branch: "default" } };
  const node = nodeOf(action, "CONDITION", { branches });
  const told = isOpen
    ? { reasons: [UNREAD], level: "approximated" as const }
    : { reasons: [], level: "taken_over" as const };
  return { piece: { nodes: [node], links: [], exits }, ...told, unfinished: isOpen };
};

/** Where each way out of an action leads. */
export function linksOf({ fields, data }: Action): Readonly<Record<string, string | null>> {
  const links = objectOf(fields.links);
  const own = Object.entries(links).map(([way, id]) => [way, textOf(id) || null]);
  const branches = listOf(data.branches)
    .map(objectOf)
    .map(({ branch_id: id, links: next }) => [textOf(id), textOf(objectOf(next).next) || null]);
  return Object.fromEntries([...own, ...branches]);
}
