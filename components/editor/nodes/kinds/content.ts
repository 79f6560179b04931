import { AppWindow, BellRing, MessageCircleQuestionMark, MessageSquare, Send, Webhook } from "lucide-react";
import { isInPage, MESSAGE_TYPES } from "#journey";
import { accents } from "../accents.ts";
import type { Offer, StepKind } from "../kind.ts";

type MessageType = (typeof MESSAGE_TYPES)[number];

/** How the palette offers each type of message; the compiler reports a type without an entry. */
const MESSAGES: Readonly<Record<MessageType, Omit<Offer, "key" | "config">>> = {
  email: { title: "Email", hint: "Sends an email from your content", icon: Send, words: "send mail message" },
  sms: {
    title: "SMS",
    hint: "Sends a text message from your content",
    icon: MessageSquare,
    words: "text phone message",
  },
  push: {
    title: "Push message",
    hint: "Sends a notification to the person's devices",
    icon: BellRing,
    words: "notification mobile app",
  },
  webhook: {
    title: "Webhook",
    hint: "Calls your endpoint and can store the answer for later steps",
    icon: Webhook,
    words: "http call url api request response answer",
  },
};
const iconOf = (type: unknown) => MESSAGES[MESSAGE_TYPES.find((known) => known === type) ?? "email"].icon;
const offerOf = (contentType: MessageType): Offer => ({
  ...MESSAGES[contentType],
  key: contentType,
  config: { contentType },
});

const IN_PAGE_OFFERS: StepKind["offers"] = [
  ["flow", "Flow", "A tour of several steps on your pages", "tour guide walkthrough steps"],
  ["modal", "Modal", "A window over your page", "popup dialog window announcement"],
  ["banner", "Banner", "A line at the top or the bottom of your page", "bar announcement notice"],
  ["tooltip", "Tooltip", "A hint beside an element of your page", "hint hotspot pointer"],
  ["checklist", "Checklist", "What is to be done, ticked off one by one", "onboarding tasks todo"],
].map(([contentType = "", title = "", hint = "", words = ""]) => ({
  ...{ key: contentType, title, hint, icon: AppWindow },
  words: `${words} in-page page show`,
  config: { contentType },
}));

export const content: StepKind = {
  type: "CONTENT",
  title: "Content",
  accent: accents.message,
  group: "Messages",
  icon: ({ contentType }) => (isInPage(contentType) ? AppWindow : iconOf(contentType)),
  offers: [
    ...MESSAGE_TYPES.map(offerOf),
    ...IN_PAGE_OFFERS,
    {
      key: "survey",
      title: "Survey",
      hint: "Asks questions inside of your pages",
      icon: MessageCircleQuestionMark,
      words: "nps csat question feedback form poll",
      config: { contentType: "survey" },
    },
  ],
};
