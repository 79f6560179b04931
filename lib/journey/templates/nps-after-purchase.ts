import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

/** An edge that waits for the answer's event can read the answer; a later node has no access to it. */
const answered = (expression: string) => ({ type: "event" as const, event: "survey.completed", expression });

export const npsAfterPurchase: JourneyTemplate = {
  key: "nps-after-purchase",
  name: "NPS after purchase",
  category: "Feedback",
  description: "Asks for a score a week after delivery, thanks promoters, and hands detractors to a person.",
  content: [
    letter({
      key: "nps-question",
      name: "How likely are you to recommend us?",
      subject: "One question about your order",
      lines: ["How likely are you to recommend {{ appName }} to a friend, from 0 to 10?"],
      action: { label: "Answer in ten seconds", path: "/nps" },
    }),
    letter({
      key: "nps-thanks",
      name: "Thank you, promoters",
      subject: "Thank you! A small favour?",
      lines: ["You made our day. Would you write two sentences about us where others can read them?"],
      action: { label: "Write a review", path: "/review" },
    }),
    letter({
      key: "nps-sorry",
      name: "We want to make it right",
      subject: "We want to make it right",
      lines: ["Thank you for being honest. Tell us what went wrong by answering this mail; a person reads it today."],
    }),
  ],
  nodes: [
    {
      name: "order_arrived",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "order.delivered" } },
      position: at(0, 0),
    },
    {
      name: "a_week_of_use",
      type: "WAIT",
      config: { duration: "7d", window: { days: ["mon", "tue", "wed", "thu", "fri"], from: "10:00", to: "16:00" } },
      position: at(0, 1),
    },
    {
      name: "question_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "nps-question",
      position: at(0, 2),
    },
    {
      name: "answer",
      type: "WAIT",
      config: { duration: "10d" },
      position: at(0, 3),
    },
    {
      name: "thanks_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "nps-thanks",
      position: at(-1.5, 4),
    },
    {
      name: "sorry_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "nps-sorry",
      position: at(-0.5, 4),
    },
    {
      name: "mark_detractor",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "detractor" }] },
      position: at(-0.5, 5),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0, 6) },
  ],
  edges: [
    { from: "order_arrived", to: "a_week_of_use" },
    { from: "a_week_of_use", to: "question_email" },
    { from: "question_email", to: "answer" },
    { from: "answer", to: "thanks_email", label: "9–10", trigger: answered("event.properties.score >= 9") },
    { from: "answer", to: "sorry_email", label: "0–6", trigger: answered("event.properties.score <= 6") },
    { from: "answer", to: "done" },
    { from: "thanks_email", to: "done" },
    { from: "sorry_email", to: "mark_detractor" },
    { from: "mark_detractor", to: "done" },
  ],
  settings: { reEntry: "after_exit", minDaysSinceLastJourney: 7 },
  goalConfig: { type: "event", config: { eventName: "survey.completed" }, exitOnGoal: false },
};
