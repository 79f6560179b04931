import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const featureAdoption: JourneyTemplate = {
  key: "feature-adoption",
  name: "Feature adoption",
  category: "Onboarding",
  description:
    "Explains a feature to those who looked at it once, and follows up only while they have not used it three times.",
  content: [
    letter({
      key: "feature-how",
      name: "How reports work",
      subject: "Reports in two minutes",
      lines: [
        "You had a look at reports. Here is how to get your first one: choose a template, pick a date range, share it.",
      ],
      action: { label: "Make a report", path: "/reports/new" },
    }),
    letter({
      key: "feature-story",
      name: "How others use reports",
      subject: "How other teams use reports",
      lines: ["Some teams send themselves the numbers every Monday morning. You can set that up in one click."],
      action: { label: "Schedule a report", path: "/reports/schedule" },
    }),
  ],
  nodes: [
    {
      name: "looked_at_reports",
      type: "TRIGGER",
      config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "contains", pattern: "/reports" } },
      position: at(0, 0),
    },
    { name: "a_day_to_try", type: "WAIT", config: { duration: "1d" }, position: at(0, 1) },
    {
      name: "uses_reports",
      type: "CONDITION",
      config: { rules: { all: [{ event: "app.report_created", count: { gte: 1 }, within: "7d" }] } },
      position: at(0, 2),
    },
    {
      name: "how_to_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "feature-how",
      position: at(0.5, 3),
    },
    {
      name: "tries_it",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.report_created", timeout: "4d" },
      position: at(0.5, 4),
    },
    {
      name: "story_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "feature-story",
      position: at(1, 5),
    },
    {
      name: "mark_user",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "uses_reports" }] },
      position: at(-0.5, 5),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0.25, 6) },
  ],
  edges: [
    { from: "looked_at_reports", to: "a_day_to_try" },
    { from: "a_day_to_try", to: "uses_reports" },
    { from: "uses_reports", to: "mark_user", branch: "TRUE" },
    { from: "uses_reports", to: "how_to_email", branch: "FALSE" },
    { from: "how_to_email", to: "tries_it" },
    { from: "tries_it", to: "mark_user", branch: "event" },
    { from: "tries_it", to: "story_email", branch: "timeout" },
    { from: "mark_user", to: "done" },
    { from: "story_email", to: "done" },
  ],
  settings: { reEntry: "once" },
  goalConfig: { type: "event", config: { eventName: "app.report_created" }, deadline: 30, exitOnGoal: false },
};
