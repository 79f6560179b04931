import { at, details, fromText, headerAt, listAt, refOf, textAt } from "./fields.ts";
import { isMachine } from "./machine.ts";
import type { MessageRef, Report, ReportKind } from "./report.ts";

/** A notification of Amazon SES, from the text of an SNS message whose signature was checked. One may name many people. */
export function readSes(text: string, snsId: string): readonly Report[] {
  const event = parse(text);
  const type = textAt(event, "notificationType") || textAt(event, "eventType");
  const ref = refIn(event);
  const make = (kind: ReportKind, recipient: string, part: string, detail: Record<string, string>): Report => ({
    kind,
    recipient,
    ref,
    at: fromText(textAt(event, part, "timestamp")) ?? fromText(textAt(event, "mail", "timestamp")),
    key: `ses ${snsId} ${recipient}`,
    detail: details(detail),
  });
  const destinations = listAt(event, "mail", "destination").flatMap((one) => (typeof one === "string" ? [one] : []));
  switch (type) {
    case "Bounce":
      return bounces(event, make);
    case "Complaint":
      return complaints(event, make);
    case "Delivery":
      return listAt(event, "delivery", "recipients").flatMap((one) =>
        typeof one === "string" ? [make("delivered", one, "delivery", {})] : [],
      );
    case "DeliveryDelay":
      return destinations.map((one) =>
        make("delayed", one, "deliveryDelay", { reason: textAt(event, "deliveryDelay", "delayType") }),
      );
    case "Reject":
      return destinations.map((one) => make("rejected", one, "mail", { reason: textAt(event, "reject", "reason") }));
    case "Subscription":
      return destinations.map((one) => make("unsubscribed", one, "subscription", {}));
    case "Open":
      return destinations.map((one) =>
        make(isMachine(textAt(event, "open", "userAgent"), null) ? "machine_opened" : "opened", one, "open", {}),
      );
    case "Click":
      return destinations.map((one) => make("clicked", one, "click", { url: textAt(event, "click", "link") }));
    default:
      return [];
  }
}

type Make = (kind: ReportKind, recipient: string, part: string, detail: Record<string, string>) => Report;

function bounces(event: unknown, make: Make): Report[] {
  const kind = textAt(event, "bounce", "bounceType") === "Permanent" ? "hard_bounce" : "soft_bounce";
  const subType = textAt(event, "bounce", "bounceSubType");
  return listAt(event, "bounce", "bouncedRecipients").map((one) =>
    make(kind, textAt(one, "emailAddress"), "bounce", {
      reason: textAt(one, "diagnosticCode"),
      code: textAt(one, "status") || subType,
    }),
  );
}

/** “Not spam” takes a complaint back that somebody else may have made: it is nothing. */
function complaints(event: unknown, make: Make): Report[] {
  const reason = textAt(event, "complaint", "complaintFeedbackType");
  if (reason === "not-spam") return [];
  return listAt(event, "complaint", "complainedRecipients").map((one) =>
    make("complained", textAt(one, "emailAddress"), "complaint", { reason }),
  );
}

function refIn(event: unknown): MessageRef | null {
  const headers = listAt(event, "mail", "headers");
  const tag = at(event, "mail", "tags", "sojourn");
  const tagged =
    textAt(Array.isArray(tag) ? tag[0] : undefined) || (Array.isArray(tag) && typeof tag[0] === "string" ? tag[0] : "");
  return refOf(tagged || headerAt(headers, "x-sojourn-delivery"), headerAt(headers, "message-id"));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
