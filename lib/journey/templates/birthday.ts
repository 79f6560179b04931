import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const birthday: JourneyTemplate = {
  key: "birthday",
  name: "Birthday gift",
  category: "Retention",
  description:
    "Every year on the birthday, sends a gift in the morning of the person's own time zone, and reminds once.",
  content: [
    letter({
      key: "birthday-gift",
      name: "Happy birthday",
      subject: "Happy birthday, {{ recipientName }}!",
      lines: ["Have a wonderful day. There is a small gift from us in your account; it is yours for two weeks."],
      action: { label: "Open my gift", path: "/gift" },
    }),
    letter({
      key: "birthday-reminder",
      name: "Your gift is still here",
      subject: "Your birthday gift is still here",
      lines: ["Just so that you do not miss it: your gift is waiting for four more days."],
      action: { label: "Open my gift", path: "/gift" },
    }),
  ],
  nodes: [
    {
      name: "birthday_morning",
      type: "TRIGGER",
      config: { triggerType: "DATE", triggerConfig: { trait: "birthday", time: "08:00", every: "year" } },
      position: at(0, 0),
    },
    {
      name: "gift_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "birthday-gift",
      position: at(0, 1),
    },
    {
      name: "gift_used",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.gift_redeemed", timeout: "10d" },
      position: at(0, 2),
    },
    {
      name: "reminder_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "birthday-reminder",
      position: at(0.5, 3),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0, 4) },
  ],
  edges: [
    { from: "birthday_morning", to: "gift_email" },
    { from: "gift_email", to: "gift_used" },
    { from: "gift_used", to: "done", branch: "event" },
    { from: "gift_used", to: "reminder_email", branch: "timeout" },
    { from: "reminder_email", to: "done" },
  ],
  settings: { reEntry: "once" },
  goalConfig: { type: "event", config: { eventName: "app.gift_redeemed" }, exitOnGoal: false },
};
