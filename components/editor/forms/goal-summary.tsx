"use client";

import { Settings2 } from "lucide-react";
import type { GoalConfig } from "#journey";
import { Button } from "#ui/button";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** The journey's goal in words, and the way to change it. */
export function GoalSummary() {
  const { goal, openSettings } = useJourneyInfo();
  return (
    <div className="grid gap-3">
      <p className="text-ui">{goal ? goalWords(goal) : "This journey has no goal yet, so nobody meets it."}</p>
      <Button variant="outline" size="sm" className="justify-self-start" onClick={() => openSettings("goalConfig")}>
        <Settings2 /> {goal ? "Change the goal" : "Set a goal"}
      </Button>
    </div>
  );
}

function goalWords({ type, config, deadline }: GoalConfig): string {
  const read = (key: string) => (config[key] === undefined ? "…" : String(config[key]));
  const until = deadline ? ` within ${deadline} days` : "";
  switch (type) {
    case "event":
      return `Met when “${read("eventName")}” happens${until}.`;
    case "page_visit":
      return `Met when a page is viewed whose address ${read("matchType") === "…" ? "contains" : read("matchType")} ${read("pattern")}${until}.`;
    case "attribute_match":
      return `Met when ${read("attribute")} ${read("operator") === "…" ? "is" : read("operator")} ${read("value")}${until}.`;
    case "flow_completed":
      return `Met when the flow ${read("flowId")} is completed${until}.`;
  }
}
