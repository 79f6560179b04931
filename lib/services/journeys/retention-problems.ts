import { config } from "#config";
import { eventWindows, type JourneyDocument, type Problem } from "#journey";
import { DAY_SECONDS } from "#times";

/** Steps that count events older than the retention of events (R11). */
export function retentionProblems(document: JourneyDocument): Problem[] {
  const days = config().keepDays.events;
  if (days === null) return [];
  const tooLong = (value: unknown) =>
    eventWindows(value).some((window) => window === null || window > days * DAY_SECONDS);
  const warning = (nodeId: string | null, field: string, who: string): Problem => ({
    code: "beyond_retention",
    severity: "warning",
    nodeId,
    edgeId: null,
    field,
    message: `${who} counts events older than the ${days} days for which events are kept.`,
  });
  const nodes = document.nodes.filter((node) => tooLong(node.config));
  return [
    ...nodes.map((node) => warning(node.id, "config", `“${node.label ?? node.name}”`)),
    ...(tooLong(document.settings) ? [warning(null, "settings", "The journey")] : []),
  ];
}
