import { expect, test } from "vitest";
import { alertLetter, mentionLetter, reportLetter } from "./letters.ts";

const BASE = "https://sojourn.example";

test("the mail of an alert leads to the journey, and what people wrote is no markup in it", () => {
  const content = { code: "failing", journeyId: "j1", journeyName: "<b>Trial", text: "7 of 7 failed.", count: 7 };
  const { subject, html, text } = alertLetter(content, "Acme", BASE);
  expect(subject).toBe("Alert: “<b>Trial”: 7 of 7 failed.");
  expect(html).toContain("&lt;b&gt;Trial");
  expect(html).toContain(`<a href="${BASE}/journeys/j1/enrollments">`);
  expect(text).toContain("7 of 7 failed.");
});

test("the report adds the journeys up and has each in the table and in the text", () => {
  const journey = { enrolled: 1_200, completed: 800, failed: 3, converted: 90, active: 40 };
  const week = { from: "2026-03-02", to: "2026-03-08", alerts: 1 };
  const figures = {
    ...week,
    messages: [
      { name: "Welcome", sent: 2_000, delivered: 1_990, opened: 700, clicked: 60, bounced: 10, unsubscribed: 4 },
    ],
    journeys: [
      { name: "Welcome", ...journey },
      { name: "Trial", ...journey },
    ],
  };
  const { subject, html, text } = reportLetter(figures, "Acme", BASE);
  expect(subject).toBe("Acme: journeys from 2026-03-02 to 2026-03-08");
  expect(text).toContain("2400 enrolled, 1600 completed, 180 reached the goal, 6 failed. 1 alert was raised.");
  expect(text).toContain("Welcome: Enrolled 1,200, Completed 800, Goal 90, Failed 3, Active now 40");
  expect(html).toContain('<td style="padding:4px 10px;text-align:right">1,200</td>');
  expect(text).toContain("Messages of these journeys so far");
  expect(text).toContain("Welcome: Sent 2,000, Delivered 1,990, Opened 700, Clicked 60, Bounced 10, Unsubscribed 4");
  expect(html).toContain('<td style="padding:4px 10px;text-align:right">1,990</td>');
  const empty = reportLetter({ ...figures, journeys: [], messages: [], alerts: 0 }, "Acme", BASE).html;
  expect(empty).toContain("Nobody entered a journey.");
  expect(empty).not.toContain("Messages of these");
});

test("the mail of a mention says who, where and what, and leads to the step", () => {
  const about = { journeyId: "j1", journeyName: "Trial", nodeId: "n1", stepLabel: "A day off" };
  const { subject, html, text } = mentionLetter({ ...about, author: "Ada", text: "<b>Why?" }, "Acme", BASE);
  expect(subject).toBe("Ada mentioned you in “Trial”");
  expect(text).toContain("the step “A day off” of “Trial”");
  expect(html).toContain("&lt;b&gt;Why?");
  expect(html).toContain(`${BASE}/journeys/j1?node=n1`);
});
