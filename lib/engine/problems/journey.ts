import {
  awaitedBy,
  EntryParts,
  Goal,
  isDisabled,
  isEntry,
  isInParts,
  type JourneyDocument,
  type JourneyNode,
  nodeKinds,
  type Problem,
  parseDuration,
  Settings,
} from "#journey";
import { findExpressionProblems } from "./expressions.ts";
import { type Graph, reachable } from "./graph.ts";
import { problemsOf } from "./issues.ts";
import { problem, quoted } from "./report.ts";

/** The problems of the journey as a whole: entries, reachability, goal and settings. */
export function findJourneyProblems(graph: Graph): Problem[] {
  const { document } = graph;
  const triggers = document.nodes.filter(isEntry);
  const problems =
    triggers.length === 0
      ? [problem("no_trigger", "The journey has no trigger, so nobody can enter it.")]
      : unreached(graph, triggers);
  return [...problems, ...goalProblems(document), ...settingsProblems(document), ...unboundedWaits(graph)];
}

function unreached(graph: Graph, triggers: readonly JourneyNode[]): Problem[] {
  const reached = reachable(graph, triggers);
  return graph.document.nodes
    .filter((node) => !reached.has(node.id))
    .map((node) => problem("unreachable", `Nobody can reach ${quoted(node)}.`, { node }));
}

function goalProblems({ goalConfig }: JourneyDocument): Problem[] {
  if (goalConfig === null) return [];
  const place = { field: "goalConfig" };
  const parsed = Goal.safeParse(goalConfig);
  const wrong = parsed.success ? [] : problemsOf(parsed.error.issues, goalConfig, place, "The goal", Goal);
  const { window } = goalConfig;
  if (window !== undefined && window !== null && parseDuration(window) === null)
    wrong.push(
      problem(
        "bad_duration",
        `“${window}” is not a duration like 7d, 12h or 2w: how long the goal counts afterwards.`,
        {
          field: "goalConfig.window",
        },
      ),
    );
  return [
    ...wrong,
    ...findExpressionProblems(goalConfig.config, { field: "goalConfig.config", hasEvent: true }, "The goal"),
  ];
}

function settingsProblems({ settings }: JourneyDocument): Problem[] {
  const place = { field: "settings" };
  const parsed = Settings.safeParse(settings);
  const wrong = parsed.success ? [] : problemsOf(parsed.error.issues, settings, place, "The settings", Settings);
  const { entryConditions, exitConditions } = settings;
  const conditions = entryProblems(entryConditions);
  return [
    ...wrong,
    ...conditions,
    ...findExpressionProblems(
      entryConditions,
      { field: "settings.entryConditions", hasEvent: true },
      "The entry conditions",
    ),
    ...exitProblems(exitConditions),
  ];
}

/** A condition on the state of the person has no event to read; a condition that names an event has. */
function exitProblems(conditions: unknown): Problem[] {
  if (!Array.isArray(conditions)) return [];
  return conditions.flatMap((condition: unknown, index) => {
    const hasEvent = typeof condition === "object" && condition !== null && "eventName" in condition;
    const place = { field: `settings.exitConditions.${index}`, hasEvent };
    return findExpressionProblems(condition, place, "The exit conditions");
  });
}

/** Only conditions in parts are checked here: any other map means equality on the event's properties, with free keys. */
function entryProblems(conditions: unknown): Problem[] {
  if (typeof conditions !== "object" || conditions === null || !isInParts(conditions)) return [];
  const place = { field: "settings.entryConditions" };
  const parsed = EntryParts.safeParse(conditions);
  return parsed.success ? [] : problemsOf(parsed.error.issues, conditions, place, "The entry conditions", EntryParts);
}

/** Waits that nothing is certain to end: no timeout, no deadline, no maximum duration. */
function unboundedWaits({ document, routes }: Graph): Problem[] {
  const { maxDuration } = document.settings;
  if ((maxDuration !== undefined && maxDuration !== null) || document.goalConfig?.deadline) return [];
  return document.nodes
    .filter(
      (node) =>
        !isDisabled(node) &&
        nodeKinds[node.type].mayWaitForever(node.config) &&
        !(routes.get(node.id)?.races.some(({ trigger }) => awaitedBy(trigger).delay !== null) ?? false),
    )
    .map((node) =>
      problem("unbounded_wait", `People may wait at ${quoted(node)} forever; give it a timeout.`, {
        node,
        field: "config.timeout",
      }),
    );
}
