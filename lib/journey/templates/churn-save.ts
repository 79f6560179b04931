import { letter } from "./email.ts";
import { at } from "./place.ts";
import { change, email, exit, inRow, onEvent, wait } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const churnSave: JourneyTemplate = {
  key: "churn-save",
  name: "Cancelled subscription",
  category: "Retention",
  description: "Asks why when somebody cancels, answers by the reason, and offers the way back before the plan ends.",
  content: [
    letter({
      key: "cancel-price",
      name: "A smaller plan",
      subject: "A smaller plan may be enough",
      lines: ["If the price was the reason: the small plan costs half and keeps your data."],
      action: { label: "See the small plan", path: "/plans/small" },
    }),
    letter({
      key: "cancel-missing",
      name: "What was missing?",
      subject: "What was missing?",
      lines: ["Tell us in one sentence what you could not do. A person answers, often with a way to do it."],
    }),
    letter({
      key: "cancel-last-day",
      name: "Your plan ends tomorrow",
      subject: "Your plan ends tomorrow",
      lines: ["After that your projects stay readable for thirty days. One click brings everything back."],
      action: { label: "Keep my plan", path: "/billing/keep" },
    }),
  ],
  nodes: [
    onEvent("cancelled", "subscription.cancelled", ["Cancelled the subscription", 0, 0]),
    {
      name: "reason",
      label: "Why?",
      type: "CONDITION",
      config: {
        branches: [
          { key: "price", label: "Too expensive", expression: 'trigger.properties.reason == "price"' },
          { key: "missing", label: "Something is missing", expression: 'trigger.properties.reason == "missing"' },
        ],
      },
      position: at(0, 1),
    },
    email("price_email", "cancel-price", ["Offer the small plan", -1, 2]),
    email("missing_email", "cancel-missing", ["Ask what was missing", 0, 2]),
    wait("last_day", { until: { trait: "planEndsAt", offset: "-1d" }, timeout: "60d" }, ["A day before it ends", 0, 3]),
    email("last_day_email", "cancel-last-day", ["Offer the way back", 0, 4]),
    change("mark_churned", [{ type: "advance_stage", stageName: "churned" }], ["Mark as churned", 0, 5]),
    exit("done", ["Done", 0, 6]),
  ],
  edges: [
    ...inRow("cancelled", "reason"),
    { from: "reason", to: "price_email", branch: "price" },
    { from: "reason", to: "missing_email", branch: "missing" },
    { from: "reason", to: "last_day", branch: "default" },
    ...inRow("price_email", "last_day"),
    ...inRow("missing_email", "last_day"),
    { from: "last_day", to: "last_day_email", branch: "next" },
    { from: "last_day", to: "mark_churned", branch: "timeout" },
    ...inRow("last_day_email", "mark_churned", "done"),
  ],
  settings: { reEntry: "after_exit" },
  goalConfig: { type: "event", config: { eventName: "subscription.resumed" } },
};
