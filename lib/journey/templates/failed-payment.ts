import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const failedPayment: JourneyTemplate = {
  key: "failed-payment",
  name: "Failed payment",
  category: "Retention",
  description:
    "Reminds on day zero, three and seven after a card was declined, and ends the moment the payment succeeds.",
  content: [
    letter({
      key: "card-declined",
      name: "Card declined",
      subject: "Your payment did not go through",
      lines: ["Your card was declined. This happens, often because it expired. Nothing is lost, just update it."],
      action: { label: "Update card", path: "/billing" },
    }),
    letter({
      key: "card-reminder",
      name: "Card reminder",
      subject: "Please update your card",
      lines: ["We tried again and your card was declined once more. Your account stays open for four more days."],
      action: { label: "Update card", path: "/billing" },
    }),
    letter({
      key: "card-last-call",
      name: "Account pauses tomorrow",
      subject: "Your account pauses tomorrow",
      lines: ["Without a working card we have to pause your account tomorrow. You can come back at any time."],
      action: { label: "Keep my account", path: "/billing" },
    }),
  ],
  nodes: [
    {
      name: "payment_failed",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.payment_failed" } },
      position: at(0, 0),
    },
    {
      name: "declined_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "card-declined",
      position: at(0, 1),
    },
    { name: "three_days", type: "WAIT", config: { duration: "3d" }, position: at(0, 2) },
    {
      name: "reminder_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "card-reminder",
      position: at(0, 3),
    },
    { name: "four_more_days", type: "WAIT", config: { duration: "4d" }, position: at(0, 4) },
    {
      name: "last_call_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "card-last-call",
      position: at(0, 5),
    },
    { name: "last_day", type: "WAIT", config: { duration: "1d" }, position: at(0, 6) },
    {
      name: "mark_at_risk",
      type: "ACTION",
      config: { operations: [{ type: "advance_stage", stageName: "at_risk" }] },
      position: at(0, 7),
    },
    { name: "give_up", type: "EXIT", config: {}, position: at(0, 8) },
  ],
  edges: [
    { from: "payment_failed", to: "declined_email" },
    { from: "declined_email", to: "three_days" },
    { from: "three_days", to: "reminder_email" },
    { from: "reminder_email", to: "four_more_days" },
    { from: "four_more_days", to: "last_call_email" },
    { from: "last_call_email", to: "last_day" },
    { from: "last_day", to: "mark_at_risk" },
    { from: "mark_at_risk", to: "give_up" },
  ],
  settings: { reEntry: "after_exit", exitConditions: [{ eventName: "app.subscription_cancelled" }] },
  goalConfig: { type: "event", config: { eventName: "app.payment_succeeded" } },
};
