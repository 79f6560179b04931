import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const birthday: JourneyTemplate = {
  key: "birthday",
  name: "Birthday gift",
  category: "Retention",
  description:
    "Waits for the birthday on the person, sends a gift in the morning of their own time zone, and reminds of it once.",
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
      name: "told_us_birthday",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.birthday_set" } },
      position: at(0, 0),
    },
    {
      name: "birthday_morning",
      type: "WAIT",
      config: { until: { trait: "next_birthday", time: "08:00" }, timeout: "366d" },
      position: at(0, 1),
    },
    {
      name: "gift_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "birthday-gift",
      position: at(-0.5, 2),
    },
    {
      name: "gift_used",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.gift_redeemed", timeout: "10d" },
      position: at(-0.5, 3),
    },
    {
      name: "reminder_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "birthday-reminder",
      position: at(0, 4),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0, 5) },
  ],
  edges: [
    { from: "told_us_birthday", to: "birthday_morning" },
    { from: "birthday_morning", to: "gift_email", branch: "next" },
    { from: "birthday_morning", to: "done", branch: "timeout" },
    { from: "gift_email", to: "gift_used" },
    { from: "gift_used", to: "done", branch: "event" },
    { from: "gift_used", to: "reminder_email", branch: "timeout" },
    { from: "reminder_email", to: "done" },
  ],
  settings: { reEntry: "once" },
  goalConfig: { type: "event", config: { eventName: "app.gift_redeemed" }, exitOnGoal: false },
};
