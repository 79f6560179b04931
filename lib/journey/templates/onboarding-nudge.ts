import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const onboardingNudge: JourneyTemplate = {
  key: "onboarding-nudge",
  name: "Onboarding nudge",
  category: "Onboarding",
  description:
    "Finds people who look at the dashboard without finishing their profile and helps according to their role.",
  content: [
    letter({
      key: "finish-admin",
      name: "Finish setting up (admins)",
      subject: "Your team is waiting for you",
      lines: ["Finish your profile, then invite your team from the same page."],
      action: { label: "Finish and invite", path: "/settings/team" },
    }),
    letter({
      key: "finish-member",
      name: "Finish setting up (members)",
      subject: "Two minutes to finish your profile",
      lines: ["Your colleagues see your name and picture next to everything you make. Add yours."],
      action: { label: "Finish your profile", path: "/settings/profile" },
    }),
  ],
  nodes: [
    {
      name: "opened_dashboard",
      type: "TRIGGER",
      config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "contains", pattern: "/dashboard" } },
      position: at(0, 0),
    },
    {
      name: "profile_finished",
      type: "WAIT_FOR_CONDITION",
      config: {
        include: [{ all: [{ field: "person.traits.profile_complete", op: "eq", value: true }] }],
        exclude: [],
        timeout: "1d",
      },
      position: at(0, 1),
    },
    {
      name: "is_admin",
      type: "CONDITION",
      config: { rules: { all: [{ field: "person.traits.role", op: "eq", value: "admin" }] } },
      position: at(0.5, 2),
    },
    {
      name: "admin_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "finish-admin",
      position: at(0, 3),
    },
    {
      name: "member_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "finish-member",
      position: at(1, 3),
    },
    { name: "a_week_to_finish", type: "WAIT", config: { duration: "1w" }, position: at(0.5, 4) },
    { name: "finished", type: "GOAL_CHECK", config: {}, position: at(0.5, 5) },
    {
      name: "mark_stuck",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "needs_help" }] },
      position: at(1, 6),
    },
    { name: "done", type: "EXIT", config: {}, position: at(0, 7) },
  ],
  edges: [
    { from: "opened_dashboard", to: "profile_finished" },
    { from: "profile_finished", to: "done", branch: "met" },
    { from: "profile_finished", to: "is_admin", branch: "timeout" },
    { from: "is_admin", to: "admin_email", branch: "TRUE" },
    { from: "is_admin", to: "member_email", branch: "FALSE" },
    { from: "admin_email", to: "a_week_to_finish" },
    { from: "member_email", to: "a_week_to_finish" },
    { from: "a_week_to_finish", to: "finished" },
    { from: "finished", to: "done", branch: "MET" },
    { from: "finished", to: "mark_stuck", branch: "NOT_MET" },
    { from: "mark_stuck", to: "done" },
  ],
  settings: { reEntry: "once" },
  goalConfig: {
    type: "attribute_match",
    config: { attribute: "profile_complete", operator: "eq", value: true },
    exitOnGoal: false,
  },
};
