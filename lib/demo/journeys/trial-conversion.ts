import type { JourneyTemplate } from "#journey/templates";
import { mail } from "./mail.ts";
import { at } from "./place.ts";

const email = { contentType: "email" };

export const trialConversion: JourneyTemplate = {
  key: "trial-conversion",
  name: "Trial conversion",
  category: "Conversion",
  description: "Accompanies fourteen days of trial; people who subscribe leave immediately and count as converted.",
  content: [
    mail({
      key: "trial-started",
      name: "Your trial has started",
      subject: "Fourteen days of Harbour Pro, from now",
      heading: "Everything is open for fourteen days",
      body: [
        "Timelines, shared calendars and unlimited projects are yours until {{ traits.trial_ends_at | date: '%-d %B' }}. No card needed.",
        "The best test is a real one: bring over the project that worries you most.",
      ],
      button: ["Open Harbour", "/projects"],
    }),
    mail({
      key: "trial-for-teams",
      name: "Better together",
      subject: "Harbour is better with a second person",
      heading: "Plans are kept by people who share them",
      body: [
        "Teams that invite someone in the first week finish twice as many of their projects.",
        "Guests are free, and see only what you share with them.",
      ],
      button: ["Invite your team", "/projects?invite=1"],
    }),
    mail({
      key: "trial-ending-soon",
      name: "Three days left",
      subject: "Three days left in your trial",
      heading: "Your trial ends on {{ traits.trial_ends_at | date: '%A, %-d %B' }}",
      body: [
        "Stay on Pro for 12 a month, or go on for free with up to two projects. Nothing you made will be lost either way.",
      ],
      button: ["See the plans", "/pricing"],
    }),
    mail({
      key: "trial-ended",
      name: "Your trial has ended",
      subject: "Your projects are still here",
      heading: "Thank you for trying Harbour",
      body: [
        "You are on the free plan now. Your projects are safe and wait for you.",
        "If a price or a missing feature kept you, tell me. It is the most useful mail I can get.",
      ],
      button: ["Pick up where you left off", "/projects"],
    }),
  ],
  nodes: [
    {
      name: "trial_started",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.trial_started" } },
      position: at(1, 0),
    },
    { name: "started_email", type: "CONTENT", config: email, content: "trial-started", position: at(1, 1) },
    {
      name: "four_days",
      type: "WAIT",
      config: { duration: "4d", window: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" } },
      position: at(1, 2),
    },
    {
      name: "has_company",
      type: "CONDITION",
      config: { rules: { all: [{ field: "person.traits.company", op: "exists" }] } },
      position: at(1, 3),
    },
    { name: "team_email", type: "CONTENT", config: email, content: "trial-for-teams", position: at(0.5, 4) },
    { name: "seven_days", type: "WAIT", config: { duration: "7d" }, position: at(1, 5) },
    { name: "ending_email", type: "CONTENT", config: email, content: "trial-ending-soon", position: at(1, 6) },
    {
      name: "last_days",
      type: "WAIT",
      config: { duration: "4d" },
      position: at(1, 7),
    },
    { name: "ended_email", type: "CONTENT", config: email, content: "trial-ended", position: at(1, 8) },
    { name: "not_kept", type: "EXIT", config: {}, position: at(1, 9) },
  ],
  edges: [
    { from: "trial_started", to: "started_email" },
    { from: "started_email", to: "four_days" },
    { from: "four_days", to: "has_company" },
    { from: "has_company", to: "team_email", branch: "TRUE" },
    { from: "has_company", to: "seven_days", branch: "FALSE" },
    { from: "team_email", to: "seven_days" },
    { from: "seven_days", to: "ending_email" },
    { from: "ending_email", to: "last_days" },
    { from: "last_days", to: "ended_email" },
    { from: "ended_email", to: "not_kept" },
  ],
  settings: { reEntry: "once", maxDuration: "30d", exitConditions: [{ eventName: "app.account_closed" }] },
  goalConfig: { type: "event", config: { eventName: "app.subscription_started" }, deadline: 21 },
};
