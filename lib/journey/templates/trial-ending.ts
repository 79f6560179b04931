import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const trialEnding: JourneyTemplate = {
  key: "trial-ending",
  name: "Trial ending",
  category: "Conversion",
  description: "Counts down to the end of a trial by a date of the person, and stops when the person upgrades.",
  content: [
    letter({
      key: "three-days-left",
      name: "Three days left",
      subject: "Three days left in your trial",
      lines: [
        "Your trial of {{ appName }} ends in three days.",
        "Upgrade now and everything you made stays where it is.",
      ],
      action: { label: "See plans", path: "/plans" },
    }),
    letter({
      key: "last-day",
      name: "Last day",
      subject: "Your trial ends today",
      lines: ["Today is the last day of your trial.", "If now is not the time, your data waits for you for 30 days."],
      action: { label: "Upgrade", path: "/upgrade" },
    }),
  ],
  nodes: [
    {
      name: "trial_started",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.trial_started" } },
      position: at(0, 0),
    },
    {
      name: "three_days_before",
      type: "WAIT",
      config: { until: { trait: "trial_ends_at", offset: "-3d", time: "10:00" }, timeout: "30d" },
      position: at(0, 1),
    },
    {
      name: "three_days_left_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "three-days-left",
      position: at(-0.5, 2),
    },
    {
      name: "last_day",
      type: "WAIT",
      config: { until: { trait: "trial_ends_at", time: "10:00" }, timeout: "30d" },
      position: at(-0.5, 3),
    },
    {
      name: "last_day_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "last-day",
      position: at(-0.5, 4),
    },
    { name: "trial_over", type: "EXIT", config: {}, position: at(0, 5) },
  ],
  edges: [
    { from: "trial_started", to: "three_days_before" },
    { from: "three_days_before", to: "three_days_left_email", branch: "next" },
    { from: "three_days_before", to: "trial_over", branch: "timeout", label: "no end date" },
    { from: "three_days_left_email", to: "last_day" },
    { from: "last_day", to: "last_day_email", branch: "next" },
    { from: "last_day", to: "trial_over", branch: "timeout" },
    { from: "last_day_email", to: "trial_over" },
  ],
  settings: { reEntry: "once", maxDuration: "60d" },
  goalConfig: { type: "event", config: { eventName: "app.subscription_started" } },
};
