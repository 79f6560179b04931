import type { ChannelType, ContentType } from "#journey";

const CONTENT: Readonly<Record<ContentType | "snippet" | "layout", string>> = {
  email: "Email",
  sms: "SMS",
  push: "Push",
  webhook: "Webhook",
  flow: "Flow",
  tooltip: "Tooltip",
  modal: "Modal",
  banner: "Banner",
  checklist: "Checklist",
  survey: "Survey",
  snippet: "Snippet",
  layout: "Layout",
};

export const CHANNEL_LABELS: Readonly<Record<ChannelType, string>> = {
  email: "Email",
  sms: "SMS",
  push: "Push",
  webhook: "Webhook",
  inapp: "In-page",
};

const labelIn =
  (labels: Readonly<Record<string, string>>) =>
  (name: string): string =>
    Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;

/** The label of a type of content; a type of another release is shown as it is. */
export const contentLabel = labelIn(CONTENT);

/** The label of a channel; a channel of another release is shown as it is. */
export const channelLabel = labelIn(CHANNEL_LABELS);
