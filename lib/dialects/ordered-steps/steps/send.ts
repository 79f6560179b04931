import type { JourneyNode } from "#journey";
import { CONTENT_TYPES, type ContentType, contentKind, isInPage } from "#journey";
import { type Losses, quoted } from "../../losses.ts";
import type { StepKind } from "./kind.ts";

/** The channels that every workspace has, by what they send; a content item decides what is shown inside a page. */
const TYPE_BY_CHANNEL: Readonly<Record<string, ContentType>> = {
  ch_email: "email",
  ch_sms: "sms",
  ch_push: "push",
  ch_webhook: "webhook",
  ch_inapp: "modal",
};
const SAID = ["contentType", "channelId", "resultSource"];

export const send: StepKind<"send"> = {
  read({ channelId, creativeId, resultSource }, before, contentTypeOf) {
    const contentId = creativeId === undefined ? null : String(creativeId);
    const contentType = contentTypeOf?.(String(channelId), contentId) ?? TYPE_BY_CHANNEL[channelId] ?? "email";
    const isSame = before?.type === "CONTENT" && before.config.contentType === contentType;
    const kept = isSame ? Object.entries(before.config).filter(([key]) => !SAID.includes(key)) : [];
    return {
      type: "CONTENT",
      config: {
        contentType,
        channelId,
        ...(resultSource === undefined ? {} : { resultSource }),
        ...Object.fromEntries(kept),
      },
      contentId,
    };
  },
  writes: ({ type, config }) =>
    type === "CONTENT" && (CONTENT_TYPES as readonly unknown[]).includes(config.contentType),
  write(node, losses) {
    losses.ofConfig(node, SAID);
    const { resultSource } = node.config;
    return {
      type: "send",
      config: {
        channelId: channelOf(node, losses),
        ...(node.contentId === null ? {} : { creativeId: node.contentId }),
        ...(typeof resultSource === "string" && resultSource !== "" ? { resultSource } : {}),
      },
    };
  },
};

function channelOf(node: JourneyNode, losses: Losses): string | number {
  const { channelId, contentType } = node.config;
  if ((typeof channelId === "string" && channelId !== "") || typeof channelId === "number") return channelId;
  const channel = `ch_${contentKind(contentType)?.channel ?? "email"}`;
  if (isInPage(contentType) && TYPE_BY_CHANNEL[channel] !== contentType)
    losses.ofNode(
      node,
      "config.contentType",
      `The format does not say that ${quoted(node)} is a ${String(contentType)}; its content does.`,
    );
  return channel;
}
