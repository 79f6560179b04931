import { letter } from "./email.ts";
import { email, exit, inRow, onEvent, wait, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const webinar: JourneyTemplate = {
  key: "webinar",
  name: "Webinar",
  category: "Conversion",
  description:
    "Confirms the seat, reminds a day and an hour before, and sends the recording to those who did not come.",
  content: [
    letter({
      key: "webinar-seat",
      name: "Your seat is booked",
      subject: "Your seat is booked",
      lines: ["We look forward to seeing you. Put the date into your calendar; we remind you in time."],
      action: { label: "Add to my calendar", path: "/webinar/calendar" },
    }),
    letter({
      key: "webinar-tomorrow",
      name: "Tomorrow",
      subject: "Tomorrow: bring your questions",
      lines: ["It starts tomorrow. Answer this mail with your question, and we take it up live."],
    }),
    letter({
      key: "webinar-soon",
      name: "We start in an hour",
      subject: "We start in an hour",
      lines: ["The room opens ten minutes before. No installation needed."],
      action: { label: "Join", path: "/webinar/join" },
    }),
    letter({
      key: "webinar-recording",
      name: "The recording",
      subject: "You missed it. Here is the recording",
      lines: ["It is 32 minutes long; the demonstration starts at minute 9."],
      action: { label: "Watch", path: "/webinar/recording" },
    }),
  ],
  nodes: [
    onEvent("registered", "webinar.registered", ["Registered for the webinar", 0, 0]),
    email("seat_email", "webinar-seat", ["Confirm the seat", 0, 1]),
    wait("day_before", { until: { trait: "webinarAt", offset: "-1d" } }, ["A day before", 0, 2]),
    email("tomorrow_email", "webinar-tomorrow", ["Remind for tomorrow", 0, 3]),
    wait("hour_before", { until: { trait: "webinarAt", offset: "-1h" } }, ["An hour before", 0, 4]),
    email("soon_email", "webinar-soon", ["Send the link", 0, 5]),
    waitForEvent("attended", "webinar.attended", "1d", ["Came within a day?", 0, 6]),
    email("recording_email", "webinar-recording", ["Send the recording", 0.5, 7]),
    exit("done", ["Done", 0, 8]),
  ],
  edges: [
    ...inRow("registered", "seat_email", "day_before", "tomorrow_email", "hour_before", "soon_email", "attended"),
    { from: "attended", to: "done", branch: "event" },
    { from: "attended", to: "recording_email", branch: "timeout" },
    ...inRow("recording_email", "done"),
  ],
  settings: { reEntry: "after_exit" },
  goalConfig: { type: "event", config: { eventName: "webinar.attended" }, exitOnGoal: false },
};
