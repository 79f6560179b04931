import { SettingsValues } from "./values.ts";

const FIELDS: readonly [path: string, field: keyof SettingsValues][] = [
  ["settings.entryConditions", "entryMode"],
  ["settings.maxDuration", "maxDuration"],
  ["settings.exitConditions", "exits"],
  ["settings.minDays", "minDays"],
  ["settings.instanceKey", "instanceKey"],
  ["settings.onResume", "onResume"],
  ["settings.timezone", "timezone"],
  ["settings.reEntry", "reEntry"],
  ["settings.sending.perMinute", "perMinute"],
  ["settings.sending", "priority"],
  ["settings.holdout", "holdoutPercent"],
  ["goalConfig.deadline", "goalDeadline"],
  ["goalConfig.config.eventName", "goalEvent"],
  ["goalConfig.config.pattern", "goalPattern"],
  ["goalConfig.config.matchType", "goalMatch"],
  ["goalConfig.config.attribute", "goalAttribute"],
  ["goalConfig.config.operator", "goalOperator"],
  ["goalConfig.config.value", "goalValue"],
  ["goalConfig.config.flowId", "goalFlow"],
  ["goalConfig", "goalType"],
];

/** The panel's field for a path of the document, as the server and the problems of a draft name it. */
export function fieldFor(path: string | null): keyof SettingsValues | "root" {
  if (!path) return "root";
  const found = FIELDS.find(([start]) => path.startsWith(start));
  if (found) return found[1];
  return path in SettingsValues.shape ? (path as keyof SettingsValues) : "root";
}
