import { letter } from "./email.ts";
import { at } from "./place.ts";
import { check, email, exit, inRow, onEvent, wait } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const upgradeNudge: JourneyTemplate = {
  key: "upgrade-nudge",
  name: "Close to the limit",
  category: "Conversion",
  description:
    "Tells people on the free plan when they come close to a limit, and tests two arguments against each other.",
  content: [
    letter({
      key: "limit-room",
      name: "Room to grow",
      subject: "You have nearly used it up",
      lines: ["You have used 80% of what the free plan holds. The next plan has ten times the room."],
      action: { label: "Compare plans", path: "/plans" },
    }),
    letter({
      key: "limit-team",
      name: "Better with your team",
      subject: "Your team can join now",
      lines: [
        "You have used 80% of what the free plan holds. On the next plan your team works with you, at no cost a seat.",
      ],
      action: { label: "Compare plans", path: "/plans" },
    }),
  ],
  nodes: [
    onEvent("near_limit", "usage.near_limit", ["Came close to a limit", 0, 0]),
    check("is_free", "traits.plan", "eq", "free", ["On the free plan?", 0, 1]),
    { name: "argument", label: "Which argument?", type: "SPLIT", config: {}, position: at(-0.5, 2) },
    email("room_email", "limit-room", ["Argue with room", -1, 3]),
    email("team_email", "limit-team", ["Argue with the team", 0, 3]),
    wait("a_week", { duration: "7d" }, ["A week to decide", -0.5, 4]),
    exit("done", ["Done", 0, 5]),
  ],
  edges: [
    ...inRow("near_limit", "is_free"),
    { from: "is_free", to: "argument", branch: "TRUE" },
    { from: "is_free", to: "done", branch: "FALSE" },
    { from: "argument", to: "room_email", label: "Room", weight: 50 },
    { from: "argument", to: "team_email", label: "Team", weight: 50 },
    ...inRow("room_email", "a_week"),
    ...inRow("team_email", "a_week"),
    ...inRow("a_week", "done"),
  ],
  settings: { reEntry: "after_exit", minDaysSinceLastJourney: 30 },
  goalConfig: { type: "event", config: { eventName: "plan.upgraded" } },
};
