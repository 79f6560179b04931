import { REPORTING_SERVICES } from "#providers";

/** Who reports: the mail providers, the server for plain mail, and the gateway for SMS. */
export const FEEDBACK_SOURCES = [...REPORTING_SERVICES, "twilio"] as const;
export type FeedbackSource = (typeof FEEDBACK_SOURCES)[number];

export const isFeedbackSource = (name: string): name is FeedbackSource => FEEDBACK_SOURCES.some((one) => one === name);
