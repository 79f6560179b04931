import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const welcomeSeries: JourneyTemplate = {
  key: "welcome-series",
  name: "Welcome series",
  category: "Onboarding",
  description: "Greets everyone who signs up, shows the way in on day two and stops when the person is set up.",
  content: [
    letter({
      key: "welcome",
      name: "Welcome",
      subject: "Welcome to {{ appName }}, {{ recipientName }}",
      lines: [
        "It is good to have you here.",
        "Most people start by setting up their first project. It takes about three minutes.",
      ],
      action: { label: "Set up your first project", path: "/start" },
    }),
    letter({
      key: "getting-started",
      name: "Getting started",
      subject: "Three things to try first",
      lines: [
        "Here is what others do in their first week:",
        "Create a project, invite a colleague, and connect your data.",
      ],
      action: { label: "Take the tour", path: "/tour" },
    }),
    letter({
      key: "need-a-hand",
      name: "Need a hand?",
      subject: "Can we help you get going?",
      lines: ["We noticed that your project is not set up yet.", "Answer this mail and a person will help you."],
    }),
  ],
  nodes: [
    {
      name: "signed_up",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "user.created" } },
      position: at(0, 0),
    },
    {
      name: "welcome_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "welcome",
      position: at(0, 1),
    },
    {
      name: "two_days",
      type: "WAIT",
      config: { duration: "2d", window: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" } },
      position: at(0, 2),
    },
    {
      name: "getting_started_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "getting-started",
      position: at(0, 3),
    },
    {
      name: "set_up_in_time",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.project_created", timeout: "3d" },
      position: at(0, 4),
    },
    {
      name: "mark_active",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "active" }] },
      position: at(-0.5, 5),
    },
    {
      name: "offer_help_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "need-a-hand",
      position: at(0.5, 5),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0, 6) },
  ],
  edges: [
    { from: "signed_up", to: "welcome_email" },
    { from: "welcome_email", to: "two_days" },
    { from: "two_days", to: "getting_started_email" },
    { from: "getting_started_email", to: "set_up_in_time" },
    { from: "set_up_in_time", to: "mark_active", branch: "event" },
    { from: "set_up_in_time", to: "offer_help_email", branch: "timeout" },
    { from: "mark_active", to: "done" },
    { from: "offer_help_email", to: "done" },
  ],
  settings: { reEntry: "once", maxDuration: "14d" },
  goalConfig: { type: "event", config: { eventName: "app.project_created" }, exitOnGoal: false },
};
