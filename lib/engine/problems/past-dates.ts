import type { Catalog, JourneyNode, NodeType, Problem } from "#journey";
import { TriggerConfig, WaitConfig } from "#journey";
import { momentOf } from "#times";
import { formatInstant, isComputable, nextScheduled } from "../calendar/index.ts";
import type { Graph } from "./graph.ts";
import { problem, quoted } from "./report.ts";

/** Where a day ends last: what is past there is past for everybody. */
const LAST_ZONE = "Etc/GMT+12";

/** Waits that are over before anybody comes, and schedules that never run: seldom meant, so a warning. */
export function findPastDates({ document }: Graph, { time }: Catalog): Problem[] {
  if (time === undefined) return [];
  return document.nodes.flatMap((node) => CHECKS[node.type](node, time));
}

type Time = NonNullable<Catalog["time"]>;
type Check = (node: JourneyNode, time: Time) => Problem[];

const nothing: Check = () => [];

/** Which kinds of node name a date; the compiler names a type that has no entry. */
const CHECKS: Readonly<Record<NodeType, Check>> = {
  TRIGGER: pastSchedule,
  CONTENT: nothing,
  ACTION: nothing,
  DECIDE: nothing,
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
