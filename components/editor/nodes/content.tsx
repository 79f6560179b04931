"use client";

import { AppWindow, BellRing, MessageCircleQuestionMark, MessageSquare, Send, Webhook } from "lucide-react";
import { IN_PAGE_TYPES, isInPage, type JourneyNode, MESSAGE_TYPES } from "#journey";
import { contentLabel } from "#words";
import { Choice } from "../forms/choice.tsx";
import { ContentPicker } from "../forms/content-picker.tsx";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { MapInput } from "../forms/map-input.tsx";
import { ResultRow } from "../forms/result-row.tsx";
import { Row } from "../forms/row.tsx";
import { SurveyRow } from "../forms/survey-row.tsx";
import { TextRow } from "../forms/text-row.tsx";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

const ICONS: Readonly<Record<(typeof MESSAGE_TYPES)[number], typeof Send>> = {
  email: Send,
  sms: MessageSquare,
  push: BellRing,
  webhook: Webhook,
};
const iconOf = (type: unknown) => ICONS[MESSAGE_TYPES.find((known) => known === type) ?? "email"];
/** The types a step may change to: a message to another one, and what pages show to its like. */
const choicesFor = (type: string): readonly string[] => (isInPage(type) ? IN_PAGE_TYPES : MESSAGE_TYPES);
const labelled = (types: readonly string[]) => types.map((value) => ({ value, label: contentLabel(value) }));

function ContentForm({ node }: { node: JourneyNode }) {
  const type = typeof node.config.contentType === "string" ? node.config.contentType : "";
  const inPage = isInPage(type);
  return (
    <>
      {type === "email" ? null : (
        <Row name="contentType" label="Type">
          {({ value, onChange, ref: _ref, ...field }) => (
            <Choice {...field} value={value} onChange={onChange} options={labelled(choicesFor(type))} />
          )}
        </Row>
      )}
      <ResultRow value={node.config.resultSource} />
      <ContentPicker node={node} type={type} label={type === "" ? "Content" : contentLabel(type)} />
      {inPage ? (
        <OptionalDurationRow
          name="timeout"
          label="Give up after a while"
          initial="7d"
          hint="Otherwise it is offered for 30 days. People who have not seen it by then leave by “Timed out”."
        />
      ) : (
        <>
          {type === "webhook" ? (
            <TextRow
              name="storeResponseAs"
              label="Store the answer as"
              placeholder="answer"
              hint="Later conditions can then use context.answer.body; people wait until the answer arrives. Empty: people do not wait for it."
              isCode
            />
          ) : null}
          {type === "email" ? (
            <TextRow
              name="fromIdentityEmail"
              label="From"
              placeholder="the workspace's default sender"
              hint="One of the workspace’s senders (Settings, Senders). While it is not verified, the default sender is used."
            />
          ) : null}
          {type === "email" || type === "sms" ? <SurveyRow /> : null}
          <Row
            name="variables"
            label="Variables"
            isGroup
            hint="For the template, in addition to person and traits. A path such as trigger.properties.plan, or a fixed value."
          >
            {({ value, onChange }) => (
              <MapInput
                value={value}
                onChange={onChange}
                keyLabel="Variable"
                valueLabel="Path or value"
                addLabel="Add a variable"
                keyPlaceholder="plan"
                valuePlaceholder="trigger.properties.plan"
              />
            )}
          </Row>
        </>
      )}
    </>
  );
}

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
    {
      key: "email",
      title: "Email",
      hint: "Sends an email from your content",
      icon: Send,
      words: "send mail message",
      config: { contentType: "email" },
    },
    {
      key: "sms",
      title: "SMS",
      hint: "Sends a text message from your content",
      icon: MessageSquare,
      words: "text phone message",
      config: { contentType: "sms" },
    },
    {
      key: "push",
      title: "Push message",
      hint: "Sends a notification to the person's devices",
      icon: BellRing,
      words: "notification mobile app",
      config: { contentType: "push" },
    },
    {
      key: "webhook",
      title: "Webhook",
      hint: "Calls your endpoint and can store the answer for later steps",
      icon: Webhook,
      words: "http call url api request response answer",
      config: { contentType: "webhook" },
    },
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
  Form: ContentForm,
};
