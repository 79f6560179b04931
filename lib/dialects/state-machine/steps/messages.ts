import { hasOnly, numberIn, type Step } from "./step.ts";

const CARRIES = ["variables", "fromIdentityEmail", "surveySlug", "expiresAfter"];

/** A message of a template; `contentType` is ours. */
const message = (contentType: "email" | "sms" | "push"): Step => ({
  on: { DONE: "next" },
  fields: ["templateId"],
  carries: CARRIES,
  read(meta) {
    const templateId = meta.id("templateId");
    return templateId === null ? null : { type: "CONTENT", config: { contentType }, contentId: String(templateId) };
  },
  write({ type, config, contentId }) {
    if (type !== "CONTENT" || config.contentType !== contentType || !hasOnly(config, ["contentType", ...CARRIES]))
      return null;
    const templateId = numberIn(contentId);
    return templateId === null ? null : { templateId };
  },
});

export const sendEmail = message("email");
export const sendSms = message("sms");
export const sendPushNotification = message("push");

export const createCampaign: Step = {
  on: { DONE: "next" },
  fields: ["campaignId"],
  read(meta) {
    const campaign = meta.id("campaignId");
    if (campaign === null) return null;
    return { type: "ACTION", config: { operations: [{ type: "create_campaign", campaign }] } };
  },
  write({ type, config }) {
    if (type !== "ACTION" || !hasOnly(config, ["operations"]) || !Array.isArray(config.operations)) return null;
    const [only, ...others] = config.operations;
    if (only?.type !== "create_campaign" || others.length > 0 || !hasOnly(only, ["type", "campaign"])) return null;
    const campaignId = typeof only.campaign === "number" ? numberIn(only.campaign) : null;
    return campaignId === null ? null : { campaignId };
  },
};
