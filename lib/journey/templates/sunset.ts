import { letter } from "./email.ts";
import { change, email, exit, inRow, onEvent, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const sunset: JourneyTemplate = {
  key: "sunset",
  name: "Ask before you stop writing",
  category: "Retention",
  description: "Asks people who open nothing any more whether they want to stay, and marks those who do not answer.",
  content: [
    letter({
      key: "sunset-ask",
      name: "Shall we keep writing?",
      subject: "Shall we keep writing to you?",
      lines: ["You have not opened our mails for a while. One click keeps them coming; without it we stop."],
      action: { label: "Yes, keep writing", path: "/stay" },
    }),
    letter({
      key: "sunset-last",
      name: "This is the last one",
      subject: "This is our last mail, unless you say so",
      lines: ["We do not want to fill your inbox. If you would like to stay, tell us now."],
      action: { label: "I would like to stay", path: "/stay" },
    }),
  ],
  nodes: [
    onEvent("went_quiet", "person.went_quiet", ["Opened nothing for 90 days", 0, 0]),
    email("ask_email", "sunset-ask", ["Ask whether to go on", 0, 1]),
    waitForEvent("stays", "email.stay_confirmed", "7d", ["Wants to stay?", 0, 2]),
    email("last_email", "sunset-last", ["Ask once more", 0.5, 3]),
    waitForEvent("stays_after_all", "email.stay_confirmed", "7d", ["Wants to stay after all?", 0.5, 4]),
    change("mark_asleep", [{ type: "tag_user", tagName: "asleep" }], ["Mark as asleep", 1, 5]),
    change("mark_awake", [{ type: "untag_user", tagName: "asleep" }], ["Mark as awake", -0.5, 5]),
    exit("done", ["Done", 0, 6]),
  ],
  edges: [
    ...inRow("went_quiet", "ask_email", "stays"),
    { from: "stays", to: "mark_awake", branch: "event" },
    { from: "stays", to: "last_email", branch: "timeout" },
    ...inRow("last_email", "stays_after_all"),
    { from: "stays_after_all", to: "mark_awake", branch: "event" },
    { from: "stays_after_all", to: "mark_asleep", branch: "timeout" },
    ...inRow("mark_asleep", "done"),
    ...inRow("mark_awake", "done"),
  ],
  settings: { reEntry: "after_exit", minDaysSinceLastJourney: 90 },
  goalConfig: { type: "event", config: { eventName: "email.stay_confirmed" }, exitOnGoal: false },
};
