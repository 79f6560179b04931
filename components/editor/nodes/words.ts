import { type JourneyNode, nodeKinds } from "#journey";
import { readable } from "../document/readable.ts";

/** The line under a step's name; content by its own name once it is known. */
export function summaryOf(node: JourneyNode, contentName: string | undefined): string {
  const summary = nodeKinds[node.type].summary(node.config);
  if (node.type !== "CONTENT" || typeof node.config.contentType !== "string") return summary;
  if (contentName) return contentName;
  return node.contentId === null ? `Choose the ${node.config.contentType}` : summary;
}

/** What a screen reader hears after a step's name and summary. */
export function spokenRest(node: JourneyNode, problems: number, next: readonly string[]): string {
  const parts = problems === 0 ? [] : [problems === 1 ? "1 problem" : `${problems} problems`];
  if (next.length > 0) parts.push(`Leads to ${next.map(readable).join(", ")}`);
  else if (node.type !== "EXIT") parts.push("Leads nowhere yet");
  return parts.map((part) => `. ${part}`).join("");
}
