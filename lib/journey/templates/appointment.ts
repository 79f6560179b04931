import { letter } from "./email.ts";
import { change, email, exit, inRow, onEvent, wait, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const appointment: JourneyTemplate = {
  key: "appointment",
  name: "Appointment",
  category: "Onboarding",
  description: "Confirms an appointment, reminds the day before, and follows up by whether the person came.",
  content: [
    letter({
      key: "appointment-booked",
      name: "Your appointment",
      subject: "Your appointment is booked",
      lines: ["We have written down your appointment. You can move it online until the day before."],
      action: { label: "Change my appointment", path: "/appointment" },
    }),
    letter({
      key: "appointment-tomorrow",
      name: "See you tomorrow",
      subject: "See you tomorrow",
      lines: ["A short reminder of your appointment tomorrow. If you cannot come, tell us today."],
      action: { label: "Change my appointment", path: "/appointment" },
    }),
    letter({
      key: "appointment-missed",
      name: "We missed you",
      subject: "Shall we find another day?",
      lines: ["You could not come. Here are the next free hours."],
      action: { label: "Choose another day", path: "/appointment/new" },
    }),
  ],
  nodes: [
    onEvent("booked", "appointment.booked", ["Booked an appointment", 0, 0]),
    email("booked_email", "appointment-booked", ["Confirm it", 0, 1]),
    wait("day_before", { until: { trait: "appointmentAt", offset: "-1d" } }, ["The day before", 0, 2]),
    email("tomorrow_email", "appointment-tomorrow", ["Remind", 0, 3]),
    waitForEvent("came", "appointment.attended", "2d", ["Came?", 0, 4]),
    change("count_visit", [{ type: "tag_user", tagName: "visited" }], ["Mark the visit", -0.5, 5]),
    email("missed_email", "appointment-missed", ["Offer another day", 0.5, 5]),
    exit("done", ["Done", 0, 6]),
  ],
  edges: [
    ...inRow("booked", "booked_email", "day_before", "tomorrow_email", "came"),
    { from: "came", to: "count_visit", branch: "event" },
    { from: "came", to: "missed_email", branch: "timeout" },
    ...inRow("count_visit", "done"),
    ...inRow("missed_email", "done"),
  ],
  settings: { reEntry: "after_exit", exitConditions: [{ eventName: "appointment.cancelled" }] },
  goalConfig: { type: "event", config: { eventName: "appointment.attended" }, exitOnGoal: false },
};
