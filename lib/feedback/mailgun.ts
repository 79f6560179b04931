import { createHash, createHmac } from "node:crypto";
import { HOUR_MS } from "#times";
import { isEqual } from "./equal.ts";
import { at, details, fromSeconds, parseJson, refOf, textAt } from "./fields.ts";
import { isMachine } from "./machine.ts";
import { type RawCall, type Report, type ReportKind, refused, type Verdict } from "./report.ts";

/** Mailgun repeats a call for eight hours. */
const OLDEST_MS = 24 * HOUR_MS;

/** Mailgun's signature covers a timestamp and a token, not the body, so a token is taken with one body alone. */
export function readMailgun({ body, now }: RawCall, signingKey: string): Verdict {
  const parsed = parseJson(body);
  const timestamp = textAt(parsed, "signature", "timestamp");
  const token = textAt(parsed, "signature", "token");
  const signature = textAt(parsed, "signature", "signature");
  if (timestamp === "" || token === "" || signature === "") return refused("The call is not signed.");
  const made = createHmac("sha256", signingKey)
    .update(timestamp + token)
    .digest("hex");
  if (!isEqual(made, signature)) return refused("The signature is not the one of this webhook’s key.");
  const signedAt = fromSeconds(timestamp) ?? 0;
  if (Math.abs(now - signedAt) > OLDEST_MS) return refused("The call is older than a day.");
  const once = { token: `mailgun ${token}`, body: createHash("sha256").update(body).digest("hex") };
  return { ok: true, reports: readEvent(at(parsed, "event-data")), once };
}

function readEvent(event: unknown): Report[] {
  const kind = kindOf(event);
  if (kind === null) return [];
  const report: Report = {
    kind,
    recipient: textAt(event, "recipient"),
    ref: refOf(textAt(event, "user-variables", "sojourn"), textAt(event, "message", "headers", "message-id")),
    at: fromSeconds(textAt(event, "timestamp")),
    key: `mailgun ${textAt(event, "id")}`,
    detail: details({
      reason: textAt(event, "delivery-status", "message") || textAt(event, "delivery-status", "description"),
      code: textAt(event, "delivery-status", "code"),
      url: textAt(event, "url"),
    }),
  };
  return [report];
}

function kindOf(event: unknown): ReportKind | null {
  switch (textAt(event, "event")) {
    case "delivered":
      return "delivered";
    case "failed":
      return textAt(event, "severity") === "permanent" ? permanent(textAt(event, "reason")) : "delayed";
    case "rejected":
      return "rejected";
    case "complained":
      return "complained";
    case "unsubscribed":
      return "unsubscribed";
    case "opened":
      return isMachine(textAt(event, "client-info", "user-agent"), null) ? "machine_opened" : "opened";
    case "clicked":
      return "clicked";
    default:
      return null;
  }
}

/** What Mailgun did not even try, because of its own lists, is no bounce; `old` is a mail that it gave up. */
const permanent = (reason: string): ReportKind =>
  reason.startsWith("suppress-") ? "rejected" : reason === "old" ? "soft_bounce" : "hard_bounce";
