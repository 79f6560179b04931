import { isObject } from "#values";
import type { WeekFigures } from "./week-figures.ts";

export type Letter = { readonly subject: string; readonly html: string; readonly text: string };

/** The mail that tells of an alert. */
export function alertLetter(content: Readonly<Record<string, unknown>>, workspace: string, baseUrl: string): Letter {
  const { code, journeyId, journeyName, text, count } = content;
  const about = typeof journeyName === "string" ? `“${journeyName}”` : workspace;
  const link = typeof journeyId === "string" ? `${baseUrl}/journeys/${journeyId}/enrollments` : `${baseUrl}/journeys`;
  const lines = [
    String(text),
    `${about} in the workspace ${workspace}. Code: ${code}, ${count} ${count === 1 ? "occurrence" : "occurrences"}.`,
    link,
    "You receive each alert at most once a day. The recipients are in Settings → Notifications.",
  ];
  return letterOf(`Alert: ${about}: ${subjectOf(String(text))}`, lines);
}

/** The mail to somebody whom a comment mentions. */
export function mentionLetter(content: Readonly<Record<string, unknown>>, workspace: string, baseUrl: string): Letter {
  const { journeyId, journeyName, nodeId, stepLabel, text, author } = content;
  const step = typeof stepLabel === "string" ? `the step “${stepLabel}” of ` : "";
  const link = `${baseUrl}/journeys/${journeyId}${typeof nodeId === "string" ? `?node=${nodeId}` : ""}`;
  const said = `${author} mentioned you in a comment on ${step}“${journeyName}” (workspace ${workspace}):`;
  return letterOf(`${author} mentioned you in “${journeyName}”`, [said, String(text), link]);
}

/** The weekly report: each journey that had people or messages, and all together. */
export function reportLetter(figures: WeekFigures, workspace: string, baseUrl: string): Letter {
  const { from, to, journeys, messages, alerts } = figures;
  const sum = (key: "enrolled" | "completed" | "failed" | "converted") =>
    journeys.reduce((total, journey) => total + journey[key], 0);
  const rows = journeys.map(({ name, enrolled, completed, failed, converted, active }) => [
    name,
    ...[enrolled, completed, converted, failed, active].map((count) => count.toLocaleString("en-GB")),
  ]);
  const intro = `${from} to ${to}: ${sum("enrolled")} enrolled, ${sum("completed")} completed, ${sum("converted")} reached the goal, ${sum("failed")} failed. ${alerts === 0 ? "No alert was raised." : `${alerts} ${alerts === 1 ? "alert was" : "alerts were"} raised.`}`;
  const link = `${baseUrl}/overview?days=7`;
  const head = ["Journey", "Enrolled", "Completed", "Goal", "Failed", "Active now"];
  const table = rows.length === 0 ? "<p>Nobody entered a journey.</p>" : tableOf(head, rows);
  return {
    subject: `${workspace}: journeys from ${from} to ${to}`.replaceAll(/\s+/g, " "),
    html: `<p>${escaped(intro)}</p>\n${table}\n${sentTable(messages)}<p>${anchor(link)}</p>`,
    text: `${[intro, ...rows.map((row) => lineOf(head, row)), ...sentLines(messages), link].join("\n\n")}\n`,
  };
}

const SENT_TITLE = "Messages of these journeys so far";
const SENT_HEAD = ["Journey", "Sent", "Delivered", "Opened", "Clicked", "Bounced", "Unsubscribed"];
const sentRows = (messages: WeekFigures["messages"]) =>
  messages.map(({ name, sent, delivered, opened, clicked, bounced, unsubscribed }) => [
    name,
    ...[sent, delivered, opened, clicked, bounced, unsubscribed].map((count) => count.toLocaleString("en-GB")),
  ]);

const sentTable = (messages: WeekFigures["messages"]): string =>
  messages.length === 0 ? "" : `<p>${SENT_TITLE}</p>\n${tableOf(SENT_HEAD, sentRows(messages))}\n`;

const sentLines = (messages: WeekFigures["messages"]): string[] =>
  messages.length === 0 ? [] : [SENT_TITLE, ...sentRows(messages).map((row) => lineOf(SENT_HEAD, row))];

const lineOf = (head: readonly string[], [name, ...counts]: readonly string[]): string =>
  `${name}: ${counts.map((count, index) => `${head[index + 1]} ${count}`).join(", ")}`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: "td" | "th") => (text: string, index: number) =>
    `<${tag} style="padding:4px 10px;text-align:${index === 0 ? "left" : "right"}">${escaped(text)}</${tag}>`;
  const line = (tag: "td" | "th", cells: readonly string[]) => `<tr>${cells.map(cell(tag)).join("")}</tr>`;
  return `<table style="border-collapse:collapse">${line("th", head)}${rows.map((row) => line("td", row)).join("")}</table>`;
}

function letterOf(subject: string, lines: readonly string[]): Letter {
  const html = lines.map((line) => `<p>${/^https?:\/\/\S+$/.test(line) ? anchor(line) : escaped(line)}</p>`).join("\n");
  return { subject: subject.replaceAll(/\s+/g, " "), html, text: `${lines.join("\n\n")}\n` };
}

const subjectOf = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
const anchor = (url: string) => `<a href="${escaped(url)}">${escaped(url)}</a>`;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** What a webhook is sent about an alert. */
export const alertBody = (content: unknown, workspaceId: string) => ({
  type: "alert",
  workspaceId,
  alert: isObject(content) ? content : {},
});
