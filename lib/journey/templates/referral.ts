import { letter } from "./email.ts";
import { change, email, exit, inRow, onEvent, wait, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const referral: JourneyTemplate = {
  key: "referral",
  name: "Invite a friend",
  category: "Conversion",
  description: "Asks happy people to recommend you, reminds once, and thanks when their friend signs up.",
  content: [
    letter({
      key: "referral-ask",
      name: "Know somebody?",
      subject: "Know somebody who needs this too?",
      lines: ["Thank you for the good score! Give a friend a month for free, and get one yourself."],
      action: { label: "Copy my link", path: "/invite" },
    }),
    letter({
      key: "referral-reminder",
      name: "Your link is waiting",
      subject: "Your invitation is still there",
      lines: ["Your link has not been used yet. One message to one friend is enough."],
      action: { label: "Copy my link", path: "/invite" },
    }),
    letter({
      key: "referral-thanks",
      name: "Your friend is here",
      subject: "Your friend is here. Your month is on us",
      lines: ["Your friend has signed up. The free month is on your next bill."],
    }),
  ],
  nodes: [
    onEvent("happy", "survey.promoter", ["Gave a good score", 0, 0]),
    wait("next_morning", { until: { time: "09:30" } }, ["The next morning", 0, 1]),
    email("ask_email", "referral-ask", ["Ask for a recommendation", 0, 2]),
    waitForEvent("friend_came", "referral.signed_up", "7d", ["Friend signed up in a week?", 0, 3]),
    email("reminder_email", "referral-reminder", ["Remind once", 0.5, 4]),
    waitForEvent("friend_came_later", "referral.signed_up", "21d", ["Friend signed up later?", 0.5, 5]),
    change("mark_advocate", [{ type: "tag_user", tagName: "advocate" }], ["Mark as advocate", -0.5, 6]),
    email("thanks_email", "referral-thanks", ["Thank them", -0.5, 7]),
    exit("done", ["Done", 0, 8]),
  ],
  edges: [
    ...inRow("happy", "next_morning", "ask_email", "friend_came"),
    { from: "friend_came", to: "mark_advocate", branch: "event" },
    { from: "friend_came", to: "reminder_email", branch: "timeout" },
    ...inRow("reminder_email", "friend_came_later"),
    { from: "friend_came_later", to: "mark_advocate", branch: "event" },
    { from: "friend_came_later", to: "done", branch: "timeout" },
    ...inRow("mark_advocate", "thanks_email", "done"),
  ],
  settings: { reEntry: "after_exit", minDaysSinceLastJourney: 30 },
  goalConfig: { type: "event", config: { eventName: "referral.signed_up" }, exitOnGoal: false },
};
