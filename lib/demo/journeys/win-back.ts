import type { JourneyTemplate } from "#journey/templates";
import { mail } from "./mail.ts";
import { at } from "./place.ts";

const email = { contentType: "email" };

export const winBack: JourneyTemplate = {
  key: "win-back",
  name: "Win-back",
  category: "Retention",
  description:
    "Asks why after a cancellation, makes an offer to those who said it was the price, and stops as soon as they are back.",
  content: [
    mail({
      key: "sorry-to-see-you-go",
      name: "Sorry to see you go",
      subject: "Sorry to see you go, {{ recipientName }}",
      heading: "Your projects stay where they are",
      body: [
        "Your subscription has ended. You can open and export everything you made for as long as you like.",
        "You told us: “{{ reason }}”. Thank you, that goes straight to the people who can do something about it.",
      ],
    }),
    mail({
      key: "three-months-half-price",
      name: "Half price for three months",
      subject: "Three months at half price",
      heading: "Would half the price be right?",
      body: ["If the price was the reason: come back within two weeks and the first three months cost half."],
      button: ["Come back for half", "/pricing?offer=half"],
    }),
    mail({
      key: "what-is-new",
      name: "What is new",
      subject: "What has changed since you left",
      heading: "Since you left",
      body: [
        "Shared calendars, recurring steps and an export that accountants like: three things people asked for when they left.",
      ],
      button: ["Have a look", "/changes"],
    }),
  ],
  nodes: [
    {
      name: "cancelled",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.subscription_cancelled" } },
      position: at(1, 0),
    },
    {
      name: "goodbye_email",
      type: "CONTENT",
      config: { ...email, variables: { reason: "trigger.properties.reason" } },
      content: "sorry-to-see-you-go",
      position: at(1, 1),
    },
    { name: "a_week", type: "WAIT", config: { duration: "1w" }, position: at(1, 2) },
    {
      name: "why",
      type: "CONDITION",
      config: {
        branches: [
          { key: "price", label: "Price", expression: 'trigger.properties.reason == "too expensive"' },
          { key: "feature", label: "Feature", expression: 'trigger.properties.reason == "missing a feature"' },
        ],
      },
      position: at(1, 3),
    },
    { name: "offer_email", type: "CONTENT", config: email, content: "three-months-half-price", position: at(0, 4) },
    { name: "news_email", type: "CONTENT", config: email, content: "what-is-new", position: at(2, 4) },
    {
      name: "two_weeks",
      type: "WAIT",
      config: { duration: "2w" },
      position: at(1, 5),
    },
    {
      name: "mark_lost",
      type: "ACTION",
      config: {
        operations: [
          { type: "tag_user", tagName: "churned" },
          { type: "advance_stage", stageName: "lost" },
        ],
      },
      position: at(1, 6),
    },
    { name: "gone", type: "EXIT", config: {}, position: at(1, 7) },
  ],
  edges: [
    { from: "cancelled", to: "goodbye_email" },
    { from: "goodbye_email", to: "a_week" },
    { from: "a_week", to: "why" },
    { from: "why", to: "offer_email", branch: "price" },
    { from: "why", to: "news_email", branch: "feature" },
    { from: "why", to: "two_weeks", branch: "default" },
    { from: "offer_email", to: "two_weeks" },
    { from: "news_email", to: "two_weeks" },
    { from: "two_weeks", to: "mark_lost" },
    { from: "mark_lost", to: "gone" },
  ],
  settings: { reEntry: "after_exit", exitConditions: [{ eventName: "app.account_closed" }] },
  goalConfig: { type: "event", config: { eventName: "app.subscription_started" }, deadline: 30 },
};
