import type { Catalog, JourneyNode, NodeType, Problem } from "#journey";
import { isDisabled, TriggerConfig, WaitConfig } from "#journey";
import { momentOf } from "#times";
import { formatInstant, isComputable, nextScheduled } from "../calendar/index.ts";
import type { Graph } from "./graph.ts";
import { problem, quoted } from "./report.ts";

/** The zone in which a day ends last: a date that has passed there has passed everywhere. */
const LAST_ZONE = "Etc/GMT+12";

/** Waits that end before anybody arrives, and schedules that never run. They are rarely intended, so they are warnings. */
export function findPastDates({ document }: Graph, { time }: Catalog): Problem[] {
  if (time === undefined) return [];
  return document.nodes.flatMap((node) => (isDisabled(node) ? [] : CHECKS[node.type](node, time)));
}

type Time = NonNullable<Catalog["time"]>;
type Check = (node: JourneyNode, time: Time) => Problem[];

const nothing: Check = () => [];

/** How each kind of node names a date; the compiler reports a kind without an entry. */
const CHECKS: Readonly<Record<NodeType, Check>> = {
  TRIGGER: pastSchedule,
  CONTENT: nothing,
  ACTION: nothing,
  DECIDE: nothing,
  LIVE_DATA: nothing,
  WAIT: pastWait,
  WAIT_FOR_EVENT: nothing,
  WAIT_FOR_CONDITION: nothing,
  CONDITION: nothing,
  SPLIT: nothing,
  GOAL_CHECK: nothing,
  EXIT: nothing,
};

function pastWait(node: JourneyNode, { now, timezone }: Time): Problem[] {
  const parsed = WaitConfig.safeParse(node.config);
  const { until, zone = "person" } = parsed.data ?? {};
  if (until === undefined || !("at" in until)) return [];
  const at = momentOf(until.at, zone === "person" ? LAST_ZONE : zone === "workspace" ? timezone : zone);
  if (at === null || at > now) return [];
  const message = `${quoted(node)} waits until ${until.at}, which is past: everyone continues immediately.`;
  return [problem("past_date", message, { node, field: "config.until.at" })];
}

function pastSchedule(node: JourneyNode, { now, timezone }: Time): Problem[] {
  const parsed = TriggerConfig.safeParse(node.config);
  if (parsed.data?.triggerType !== "SCHEDULE") return [];
  const { at, timezone: own = timezone } = parsed.data.triggerConfig;
  if (!isComputable(own) || nextScheduled(parsed.data.triggerConfig, timezone, now) !== null) return [];
  const when = at === undefined ? "has no time in the future" : `is set for ${at}, which is past`;
  const message = `${quoted(node)} ${when} (it is ${formatInstant(now).slice(0, 16)} UTC): nobody enters.`;
  return [problem("past_date", message, { node, field: `config.triggerConfig.${at === undefined ? "cron" : "at"}` })];
}
