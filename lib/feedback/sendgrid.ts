import { createPublicKey, verify } from "node:crypto";
import { details, fromSeconds, listAt, parseJson, refOf, textAt } from "./fields.ts";
import { type RawCall, type Report, type ReportKind, refused, type Verdict } from "./report.ts";

/** SendGrid's event webhook: ECDSA over the timestamp and the raw body. */
export function readSendgrid({ headers, body }: RawCall, verificationKey: string): Verdict {
  const signature = headers["x-twilio-email-event-webhook-signature"] ?? "";
  const timestamp = headers["x-twilio-email-event-webhook-timestamp"] ?? "";
  if (signature === "" || timestamp === "") return refused("The call is not signed.");
  if (!isSigned(verificationKey, Buffer.concat([Buffer.from(timestamp), body]), signature))
    return refused("The signature is not the one of this webhook’s key.");
  const parsed = parseJson(body);
  if (!Array.isArray(parsed)) return refused("The body is not a list of events.");
  return { ok: true, reports: listAt(parsed).flatMap(readEvent) };
}

function isSigned(key: string, signed: Buffer, signature: string): boolean {
  try {
    const spki = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
    return verify("sha256", signed, spki, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

function readEvent(event: unknown): Report[] {
  const kind = kindOf(event);
  if (kind === null) return [];
  const report: Report = {
    kind,
    recipient: textAt(event, "email"),
    ref: refOf(textAt(event, "sojourn"), textAt(event, "smtp-id")),
    at: fromSeconds(textAt(event, "timestamp")),
    key: `sendgrid ${textAt(event, "sg_event_id")}`,
    detail: details({
      reason: textAt(event, "reason") || textAt(event, "response"),
      code: textAt(event, "status"),
      url: textAt(event, "url"),
    }),
  };
  return [report];
}

function kindOf(event: unknown): ReportKind | null {
  switch (textAt(event, "event")) {
    case "delivered":
      return "delivered";
    case "deferred":
      return "delayed";
    case "dropped":
      return "rejected";
    case "bounce":
      return textAt(event, "type") === "blocked" ? "soft_bounce" : "hard_bounce";
    case "spamreport":
      return "complained";
    case "unsubscribe":
    case "group_unsubscribe":
      return "unsubscribed";
    case "open":
      return isMachineOpen(event) ? "machine_opened" : "opened";
    case "click":
      return "clicked";
    default:
      return null;
  }
}

/** SendGrid tells what a mail program loaded by itself. */
const isMachineOpen = (event: unknown): boolean =>
  typeof event === "object" && event !== null && "sg_machine_open" in event && event.sg_machine_open === true;
