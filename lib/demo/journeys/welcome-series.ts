import type { JourneyTemplate } from "#journey/templates";
import { mail } from "./mail.ts";
import { at } from "./place.ts";

const email = { contentType: "email" };

export const welcomeSeries: JourneyTemplate = {
  key: "welcome-series",
  name: "Welcome series",
  category: "Onboarding",
  description: "Greets every new account, waits for the first project, and offers help if there is none.",
  content: [
    mail({
      key: "welcome",
      name: "Welcome aboard",
      subject: "Welcome aboard, {{ recipientName }}",
      heading: "Good to have you here, {{ recipientName }}",
      body: [
        "{{ appName }} keeps everything your project needs in one calm place: the plan, the people, and what is due this week.",
        "Most people begin with one small project they know well. Ten minutes are enough to see whether it fits how you work.",
      ],
      button: ["Start your first project", "/projects/new"],
    }),
    mail({
      key: "first-project-tips",
      name: "Three ways to begin",
      subject: "Three ways to begin (pick one)",
      heading: "A blank page is hard. Here are three that are not blank.",
      body: [
        "<b>Launch plan</b> if something must be out by a date. <b>Content calendar</b> if something must be out every week. <b>Sprint</b> if you already work in them.",
        "{% if traits.company %}A few teams about the size of {{ traits.company }} told us the launch plan was the quickest way in.{% else %}If in doubt, take the launch plan.{% endif %}",
      ],
      button: ["Choose a template", "/templates"],
    }),
    mail({
      key: "first-project-made",
      name: "First project made",
      subject: "Your first project is on its way",
      heading: "Off you go",
      body: [
        "Your first project is there. Two things make it stick: a due date on every step, and one other person who sees it.",
        "Both take less than a minute.",
      ],
      button: ["Invite someone", "/projects?invite=1"],
    }),
    mail({
      key: "need-a-hand",
      name: "Need a hand?",
      subject: "Stuck, or just busy?",
      heading: "Can I help, {{ recipientName }}?",
      body: [
        "You signed up a few days ago and have not made a project yet. That is fine: most weeks are full.",
        "If something was in the way, reply to this mail. It reaches me, not a machine, and I answer within a day.",
      ],
    }),
  ],
  nodes: [
    {
      name: "signed_up",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "user.created" } },
      position: at(1, 0),
    },
    { name: "welcome_email", type: "CONTENT", config: email, content: "welcome", position: at(1, 1) },
    { name: "one_day", type: "WAIT", config: { duration: "1d" }, position: at(1, 2) },
    { name: "has_project", type: "GOAL_CHECK", config: {}, position: at(1, 3) },
    { name: "tips_email", type: "CONTENT", config: email, content: "first-project-tips", position: at(1.5, 4) },
    {
      name: "first_project",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.project_created", timeout: "4d" },
      position: at(1.5, 5),
    },
    {
      name: "mark_active",
      type: "ACTION",
      config: {
        operations: [
          { type: "tag_user", tagName: "active" },
          { type: "advance_stage", stageName: "activated" },
        ],
      },
      position: at(0.5, 6),
    },
    { name: "well_begun_email", type: "CONTENT", config: email, content: "first-project-made", position: at(0.5, 7) },
    { name: "begun", type: "EXIT", config: {}, position: at(0.5, 8) },
    { name: "hand_email", type: "CONTENT", config: email, content: "need-a-hand", position: at(2, 6) },
    { name: "not_begun", type: "EXIT", config: {}, position: at(2, 7) },
  ],
  edges: [
    { from: "signed_up", to: "welcome_email" },
    { from: "welcome_email", to: "one_day" },
    { from: "one_day", to: "has_project" },
    { from: "has_project", to: "mark_active", branch: "MET" },
    { from: "has_project", to: "tips_email", branch: "NOT_MET" },
    { from: "tips_email", to: "first_project" },
    { from: "first_project", to: "mark_active", branch: "event" },
    { from: "first_project", to: "hand_email", branch: "timeout" },
    { from: "mark_active", to: "well_begun_email" },
    { from: "well_begun_email", to: "begun" },
    { from: "hand_email", to: "not_begun" },
  ],
  settings: { reEntry: "once", exitConditions: [{ eventName: "app.account_closed" }] },
  goalConfig: { type: "event", config: { eventName: "app.project_created" }, exitOnGoal: false },
};
