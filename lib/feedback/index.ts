/** Reads what providers say about messages: is the call genuine, and what does it mean. Nothing is stored or called here. */
export { readBounceMail } from "./bounce-mail.ts";
export { isMachine } from "./machine.ts";
export { readMailgun } from "./mailgun.ts";
export { readPostmark } from "./postmark.ts";
export type { MessageRef, OnceOnly, RawCall, Report, ReportKind, Verdict } from "./report.ts";
export { readResend } from "./resend.ts";
export { readSendgrid } from "./sendgrid.ts";
export { readSes } from "./ses.ts";
export { type FetchText, isSnsAddress, readSns, type SnsMessage } from "./sns.ts";
export { readSparkpost } from "./sparkpost.ts";
export { readTwilio } from "./twilio.ts";
export { readVerpAddress, verpAddress } from "./verp.ts";
