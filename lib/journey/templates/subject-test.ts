import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

const lines = ["We put together the five things people liked most this month."];
const action = { label: "Read on", path: "/news" };

export const subjectTest: JourneyTemplate = {
  key: "subject-test",
  name: "A/B subject test",
  category: "Experiment",
  description: "Sends the same mail under two subjects, half and half, waits a day and counts who read it.",
  content: [
    letter({ key: "subject-a", name: "News, subject A", subject: "Your month in {{ appName }}", lines, action }),
    letter({
      key: "subject-b",
      name: "News, subject B",
      subject: "{{ recipientName }}, five things you may have missed",
      lines,
      action,
    }),
  ],
  nodes: [
    { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: at(0, 0) },
    { name: "half_and_half", type: "SPLIT", config: {}, position: at(0, 1) },
    {
      name: "subject_a_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "subject-a",
      position: at(-0.5, 2),
    },
    {
      name: "subject_b_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "subject-b",
      position: at(0.5, 2),
    },
    { name: "a_day_for_a", type: "WAIT", config: { duration: "1d" }, position: at(-0.5, 3) },
    { name: "a_day_for_b", type: "WAIT", config: { duration: "1d" }, position: at(0.5, 3) },
    { name: "read_a", type: "GOAL_CHECK", config: {}, position: at(-0.5, 4) },
    { name: "read_b", type: "GOAL_CHECK", config: {}, position: at(0.5, 4) },
    { name: "read_it", type: "EXIT", config: {}, position: at(-0.5, 5) },
    { name: "did_not", type: "EXIT", config: {}, position: at(0.5, 5) },
  ],
  edges: [
    { from: "start", to: "half_and_half" },
    { from: "half_and_half", to: "subject_a_email", label: "Subject A", weight: 50 },
    { from: "half_and_half", to: "subject_b_email", label: "Subject B", weight: 50 },
    { from: "subject_a_email", to: "a_day_for_a" },
    { from: "subject_b_email", to: "a_day_for_b" },
    { from: "a_day_for_a", to: "read_a" },
    { from: "a_day_for_b", to: "read_b" },
    { from: "read_a", to: "read_it", branch: "MET" },
    { from: "read_a", to: "did_not", branch: "NOT_MET" },
    { from: "read_b", to: "read_it", branch: "MET" },
    { from: "read_b", to: "did_not", branch: "NOT_MET" },
  ],
  settings: { reEntry: "every" },
  goalConfig: { type: "page_visit", config: { matchType: "contains", pattern: "/news" }, exitOnGoal: false },
};
