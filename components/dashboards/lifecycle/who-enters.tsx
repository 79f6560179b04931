import type { JourneyDetail } from "#data";
import { type GoalConfig, isEntry, type JourneyNode, nodeKinds } from "#journey";
import { RE_ENTRY_WORDS } from "./words.ts";

/** Who will enter, how often, and what counts as success: what publishing sets going. */
export function WhoEnters({ draft }: { draft: JourneyDetail }) {
  const { nodes, settings, audience, goalConfig } = draft;
  const starts = nodes.filter(isEntry);
  const reEntry = RE_ENTRY_WORDS[String(settings.reEntry ?? "once") as keyof typeof RE_ENTRY_WORDS] ?? "";
  const rows: [string, string][] = [
    ["Who enters", starts.map(sayStart).join("; ") || "Nobody by itself"],
    ...(audience ? [["Audience", `Only people in the segment “${audience.name}”`] as [string, string]] : []),
    ...(settings.entryConditions
      ? [["Conditions", "Only people who meet the entry conditions"] as [string, string]]
      : []),
    ["Re-entry", reEntry],
    ["Goal", goalConfig ? sayGoal(goalConfig) : "None: results are not measured"],
  ];
  return (
    <dl aria-label="Who enters" className="grid gap-1 text-ui">
      {rows.map(([name, words]) => (
        <div key={name} className="grid gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const sayStart = ({ config }: JourneyNode): string => nodeKinds.TRIGGER.summary(config);

function sayGoal({ type, config, deadline }: GoalConfig): string {
  const until = deadline ? ` within ${deadline} days` : "";
  const read = (key: string) => String(config[key] ?? "…");
  switch (type) {
    case "event":
      return `“${read("eventName")}” happens${until}`;
    case "page_visit":
      return `A page is viewed: ${read("pattern")}${until}`;
    case "attribute_match":
      return `The trait ${read("attribute")} has the value ${read("value")}${until}`;
    case "flow_completed":
      return `A flow is completed${until}`;
  }
}
