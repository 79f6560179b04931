import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const winBack: JourneyTemplate = {
  key: "win-back",
  name: "Win-back",
  category: "Retention",
  description:
    "Starts again at every order, waits for sixty quiet days, then reaches out twice, and marks people who do not return.",
  content: [
    letter({
      key: "we-miss-you",
      name: "It has been a while",
      subject: "It has been a while, {{ recipientName }}",
      lines: ["A lot is new since your last order. Have a look, we picked a few things for you."],
      action: { label: "See what is new", path: "/new" },
    }),
    letter({
      key: "ten-percent",
      name: "Ten percent to come back",
      subject: "10% off your next order",
      lines: ["We would love to see you again. The code COMEBACK10 takes ten percent off, this week only."],
      action: { label: "Use my code", path: "/new?code=COMEBACK10" },
    }),
  ],
  nodes: [
    {
      name: "ordered",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "order.placed" } },
      position: at(0, 0),
    },
    {
      name: "sixty_quiet_days",
      type: "WAIT",
      config: { duration: "60d", window: { days: ["tue", "wed", "thu"], from: "09:00", to: "18:00" } },
      position: at(0, 1),
    },
    {
      name: "we_miss_you_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "we-miss-you",
      position: at(0, 2),
    },
    {
      name: "visits_again",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "page.viewed", timeout: "5d" },
      position: at(0, 3),
    },
    {
      name: "offer_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "ten-percent",
      position: at(0.5, 4),
    },
    { name: "two_weeks", type: "WAIT", config: { duration: "2w" }, position: at(0.5, 5) },
    {
      name: "mark_lapsed",
      type: "ACTION",
      config: {
        operations: [
          { type: "tag_user", tagName: "lapsed" },
          { type: "set_attribute", attribute: "lifecycle", value: "lapsed" },
        ],
      },
      position: at(0.5, 6),
    },
    { name: "back", type: "EXIT", config: {}, position: at(-0.5, 7) },
    { name: "gone", type: "EXIT", config: {}, position: at(0.5, 7) },
  ],
  edges: [
    { from: "ordered", to: "sixty_quiet_days" },
    { from: "sixty_quiet_days", to: "we_miss_you_email" },
    { from: "we_miss_you_email", to: "visits_again" },
    { from: "visits_again", to: "back", branch: "event" },
    { from: "visits_again", to: "offer_email", branch: "timeout" },
    { from: "offer_email", to: "two_weeks" },
    { from: "two_weeks", to: "mark_lapsed" },
    { from: "mark_lapsed", to: "gone" },
  ],
  settings: { reEntry: "restart" },
  goalConfig: { type: "event", config: { eventName: "order.placed" } },
};
