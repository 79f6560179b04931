import { details, fromText, parseJson, refOf, textAt } from "./fields.ts";
import { isMachine } from "./machine.ts";
import { type RawCall, type Report, type ReportKind, refused, type Verdict } from "./report.ts";

/** Postmark signs nothing: anyone who knows the address can call it. */
export function readPostmark({ body }: RawCall): Verdict {
  const event = parseJson(body);
  if (typeof event !== "object" || event === null || textAt(event, "RecordType") === "")
    return refused("The body is no record of Postmark.");
  const kind = kindOf(event);
  if (kind === null) return { ok: true, reports: [] };
  const time =
    ["BouncedAt", "DeliveredAt", "ReceivedAt", "ChangedAt"].map((name) => textAt(event, name)).find(Boolean) ?? "";
  const id = textAt(event, "ID") || `${textAt(event, "MessageID")} ${time} ${textAt(event, "OriginalLink")}`;
  const report: Report = {
    kind,
    recipient: textAt(event, "Email") || textAt(event, "Recipient"),
    ref: refOf(textAt(event, "Metadata", "sojourn")),
    at: fromText(time),
    key: `postmark ${textAt(event, "RecordType")} ${id}`,
    detail: details({
      reason: textAt(event, "Details") || textAt(event, "Description"),
      code: textAt(event, "Type"),
      url: textAt(event, "OriginalLink"),
    }),
  };
  return { ok: true, reports: [report] };
}

/** Type codes of bounces; one without an entry says nothing about the address. */
const BOUNCES: Readonly<Record<string, ReportKind>> = {
  1: "hard_bounce",
  2: "soft_bounce",
  256: "soft_bounce",
  512: "complained",
  4096: "soft_bounce",
  100000: "hard_bounce",
  100001: "complained",
  100006: "soft_bounce",
  100009: "rejected",
};

function kindOf(event: object): ReportKind | null {
  switch (textAt(event, "RecordType")) {
    case "Delivery":
      return "delivered";
    case "Bounce":
      return BOUNCES[textAt(event, "TypeCode")] ?? null;
    case "SpamComplaint":
      return "complained";
    case "Open":
      return isMachine(textAt(event, "UserAgent"), null) ? "machine_opened" : "opened";
    case "Click":
      return "clicked";
    case "SubscriptionChange":
      return isManual(event) ? "unsubscribed" : null;
    default:
      return null;
  }
}

/** Bounces and complaints come with a record of their own. */
const isManual = (event: object): boolean =>
  "SuppressSending" in event &&
  event.SuppressSending === true &&
  textAt(event, "SuppressionReason") === "ManualSuppression";
