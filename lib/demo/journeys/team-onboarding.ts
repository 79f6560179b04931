import type { JourneyTemplate } from "#journey/templates";
import { mail } from "./mail.ts";
import { at } from "./place.ts";

const email = { contentType: "email" };

export const teamOnboarding: JourneyTemplate = {
  key: "team-onboarding",
  name: "Team onboarding",
  category: "Experiment",
  description:
    "After the first project it compares two ways of asking for a teammate with each other, and with not asking; the goal is an invitation within two weeks.",
  content: [
    mail({
      key: "invite-checklist",
      name: "Invite: checklist",
      subject: "Four steps to a project that runs itself",
      heading: "You are one step in. Three to go.",
      body: [
        "1. Make a project (done). 2. Give every step a date. 3. Invite one person. 4. Let the Monday summary do the rest.",
      ],
      button: ["Go to step 2", "/projects"],
    }),
    mail({
      key: "invite-story",
      name: "Invite: a story",
      subject: "How a bakery of five stopped missing dates",
      heading: "The bakery that stopped missing dates",
      body: [
        "Little Harbour Bakery planned its seasons on a whiteboard until one summer two people ordered the same flour. Now all five see one calendar.",
        "It began with one invitation.",
      ],
      button: ["Invite your first teammate", "/projects?invite=1"],
    }),
    mail({
      key: "invite-reminder",
      name: "One person is enough",
      subject: "One person is enough",
      heading: "Who should know about your project?",
      body: ["You have not invited anyone yet. One person who sees your plan makes it twice as likely to be kept."],
      button: ["Invite someone", "/projects?invite=1"],
    }),
  ],
  nodes: [
    {
      name: "first_project",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.project_created" } },
      position: at(1, 0),
    },
    { name: "which_email", type: "SPLIT", config: { holdout: "No email" }, position: at(1, 1) },
    { name: "checklist_email", type: "CONTENT", config: email, content: "invite-checklist", position: at(0.5, 2) },
    { name: "story_email", type: "CONTENT", config: email, content: "invite-story", position: at(1.5, 2) },
    {
      name: "five_days_checklist",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.teammate_invited", timeout: "5d" },
      position: at(0.5, 3),
    },
    {
      name: "five_days_story",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.teammate_invited", timeout: "5d" },
      position: at(1.5, 3),
    },
    { name: "reminder_email", type: "CONTENT", config: email, content: "invite-reminder", position: at(1, 4.5) },
    { name: "ten_days", type: "WAIT", config: { duration: "10d" }, position: at(2.5, 2) },
    { name: "five_more_days", type: "WAIT", config: { duration: "5d" }, position: at(1, 5.5) },
    { name: "invited", type: "GOAL_CHECK", config: {}, position: at(1, 6.5) },
    {
      name: "mark_team",
      type: "ACTION",
      config: {
        operations: [
          { type: "tag_user", tagName: "team" },
          { type: "set_attribute", attribute: "team_ready", value: true },
        ],
      },
      position: at(0, 7.5),
    },
    { name: "a_team", type: "EXIT", config: {}, position: at(0, 8.5) },
    { name: "alone", type: "EXIT", config: {}, position: at(1.5, 8.5) },
  ],
  edges: [
    { from: "first_project", to: "which_email" },
    { from: "which_email", to: "checklist_email", label: "Checklist", weight: 45 },
    { from: "which_email", to: "story_email", label: "Story", weight: 45 },
    { from: "which_email", to: "ten_days", label: "No email", weight: 10 },
    { from: "checklist_email", to: "five_days_checklist" },
    { from: "story_email", to: "five_days_story" },
    { from: "five_days_checklist", to: "mark_team", branch: "event" },
    { from: "five_days_checklist", to: "reminder_email", branch: "timeout" },
    { from: "five_days_story", to: "mark_team", branch: "event" },
    { from: "five_days_story", to: "reminder_email", branch: "timeout" },
    { from: "reminder_email", to: "five_more_days" },
    { from: "five_more_days", to: "invited" },
    { from: "ten_days", to: "invited" },
    { from: "invited", to: "mark_team", branch: "MET" },
    { from: "invited", to: "alone", branch: "NOT_MET" },
    { from: "mark_team", to: "a_team" },
  ],
  settings: { reEntry: "once", exitConditions: [{ eventName: "app.account_closed" }] },
  goalConfig: { type: "event", config: { eventName: "app.teammate_invited" }, deadline: 14, exitOnGoal: false },
};
