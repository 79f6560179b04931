import { condition } from "./condition.ts";
import { createCampaign, sendEmail, sendPushNotification, sendSms } from "./messages.ts";
import type { Step } from "./step.ts";
import { waitForCondition, waitForDuration } from "./waits.ts";

export { type Doing, Meta, type Step } from "./step.ts";

/** Every type of step by the name that `meta.type` has. */
export const steps: Readonly<Record<string, Step>> = {
  send_email: sendEmail,
  send_sms: sendSms,
  send_push_notification: sendPushNotification,
  create_campaign: createCampaign,
  wait_for_duration: waitForDuration,
  wait_for_condition: waitForCondition,
  condition,
};
