import { letter } from "./email.ts";
import { at } from "./place.ts";
import { change, check, email, exit, inRow, wait, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const renewal: JourneyTemplate = {
  key: "renewal",
  name: "Renewal reminder",
  category: "Retention",
  description:
    "Thirty days before a contract ends it reminds, talks to the large customers in person, and reminds again.",
  content: [
    letter({
      key: "renewal-month",
      name: "Your plan renews in a month",
      subject: "Your plan renews in a month",
      lines: ["Nothing to do if all is well. Here is what you used this year, and what it costs next year."],
      action: { label: "See my plan", path: "/billing" },
    }),
    letter({
      key: "renewal-week",
      name: "One week left",
      subject: "One week until your plan renews",
      lines: ["A short reminder, so that it does not surprise you."],
      action: { label: "Renew or change", path: "/billing" },
    }),
  ],
  nodes: [
    {
      name: "month_before",
      label: "A month before the renewal",
      type: "TRIGGER",
      config: {
        triggerType: "DATE",
        triggerConfig: { trait: "renewsOn", time: "09:00", every: "year", offset: "-30d" },
      },
      position: at(0, 0),
    },
    email("month_email", "renewal-month", ["Remind a month before", 0, 1]),
    check("is_large", "traits.plan", "eq", "enterprise", ["On the enterprise plan?", 0, 2]),
    change("call_them", [{ type: "tag_user", tagName: "call before renewal" }], ["Ask sales to call", -0.5, 3]),
    waitForEvent("renewed", "subscription.renewed", "23d", ["Renewed by themselves?", 0, 4]),
    email("week_email", "renewal-week", ["Remind a week before", 0.5, 5]),
    wait("the_last_week", { duration: "7d" }, ["The last week", 0.5, 6]),
    exit("done", ["Done", 0, 7]),
  ],
  edges: [
    ...inRow("month_before", "month_email", "is_large"),
    { from: "is_large", to: "call_them", branch: "TRUE" },
    { from: "is_large", to: "renewed", branch: "FALSE" },
    ...inRow("call_them", "renewed"),
    { from: "renewed", to: "done", branch: "event" },
    { from: "renewed", to: "week_email", branch: "timeout" },
    ...inRow("week_email", "the_last_week", "done"),
  ],
  settings: { reEntry: "after_exit" },
  goalConfig: { type: "event", config: { eventName: "subscription.renewed" }, exitOnGoal: false },
};
