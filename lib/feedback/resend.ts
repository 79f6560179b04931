import { at, details, fromText, headerAt, listAt, parseJson, refOf, textAt } from "./fields.ts";
import { type RawCall, type Report, type ReportKind, refused, type Verdict } from "./report.ts";
import { standardFault } from "./standard-webhooks.ts";

/** Resend's webhooks, signed after Standard Webhooks. */
export function readResend(call: RawCall, signingKey: string): Verdict {
  const fault = standardFault(call, signingKey);
  if (fault !== null) return refused(fault);
  const event = parseJson(call.body);
  if (typeof event !== "object" || event === null) return refused("The body is no event of Resend.");
  const kind = kindOf(event);
  if (kind === null) return { ok: true, reports: [] };
  const data = at(event, "data");
  const headers = listAt(data, "headers");
  const ours = headerAt(headers, "x-sojourn-delivery") || textAt(data, "tags", "sojourn");
  const ref = refOf(ours, headerAt(headers, "message-id") || textAt(data, "message_id"));
  const detail = details({
    reason:
      textAt(data, "bounce", "message") || textAt(data, "suppressed", "message") || textAt(data, "failed", "reason"),
    code: textAt(data, "bounce", "subType") || textAt(data, "bounce", "type"),
    url: textAt(data, "click", "link"),
  });
  const id = call.headers["webhook-id"] ?? call.headers["svix-id"] ?? "";
  const time = fromText(textAt(event, "created_at"));
  const reports = recipientsOf(data).map(
    (recipient): Report => ({ kind, recipient, ref, at: time, key: `resend ${id} ${recipient}`, detail }),
  );
  return { ok: true, reports };
}

const recipientsOf = (data: unknown): string[] => {
  const all = listAt(data, "to").flatMap((one) => (typeof one === "string" ? [one] : []));
  return all.length > 0 ? all : [textAt(data, "to")];
};

function kindOf(event: object): ReportKind | null {
  switch (textAt(event, "type")) {
    case "email.delivered":
      return "delivered";
    case "email.delivery_delayed":
      return "delayed";
    case "email.bounced":
      return textAt(event, "data", "bounce", "type") === "Permanent" ? "hard_bounce" : "soft_bounce";
    case "email.complained":
      return "complained";
    case "email.failed":
    case "email.suppressed":
      return "rejected";
    case "email.opened":
      return "opened";
    case "email.clicked":
      return "clicked";
    default:
      return null;
  }
}
