import { type JourneyNode, nodeKinds } from "#journey";
import { cronWords } from "../forms/schedule/cron-words.ts";

/** The line under a step's name; content is shown by its name once that is loaded. */
export function summaryOf(node: JourneyNode, contentName: string | undefined): string {
  const summary = scheduleOf(node) ?? nodeKinds[node.type].summary(node.config);
  if (node.type !== "CONTENT" || typeof node.config.contentType !== "string") return summary;
  if (contentName) return contentName;
  return node.contentId === null ? `Choose the ${node.config.contentType}` : summary;
}

/** The schedule of a trigger in words; `null` for other steps and unfinished schedules. */
function scheduleOf({ type, config }: JourneyNode): string | null {
  if (type !== "TRIGGER" || config.triggerType !== "SCHEDULE") return null;
  const { triggerConfig } = config;
  if (typeof triggerConfig !== "object" || triggerConfig === null || !("cron" in triggerConfig)) return null;
  return typeof triggerConfig.cron === "string" ? (cronWords(triggerConfig.cron)?.slice(0, -1) ?? null) : null;
}

/** What a screen reader hears after a step's name and summary. */
export function spokenRest(node: JourneyNode, problems: number, next: readonly string[]): string {
  const parts = problems === 0 ? [] : [problems === 1 ? "1 problem" : `${problems} problems`];
  if (next.length > 0) parts.push(`Leads to ${next.join(", ")}`);
  else if (node.type !== "EXIT") parts.push("No next step yet");
  return parts.map((part) => `. ${part}`).join("");
}
