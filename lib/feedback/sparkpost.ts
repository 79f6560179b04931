import { at, details, fromSeconds, listAt, parseJson, refOf, textAt } from "./fields.ts";
import { isMachine } from "./machine.ts";
import { type RawCall, type Report, type ReportKind, refused, type Verdict } from "./report.ts";

/** SparkPost signs nothing: anyone who knows the address can call it. A batch of nothing is its test. */
export function readSparkpost({ body }: RawCall): Verdict {
  const parsed = parseJson(body);
  if (!Array.isArray(parsed)) return refused("The body is not a list of events.");
  return { ok: true, reports: listAt(parsed).flatMap((one) => Object.values(objectAt(one)).flatMap(readEvent)) };
}

const objectAt = (one: unknown): object => {
  const found = at(one, "msys");
  return typeof found === "object" && found !== null ? found : {};
};

function readEvent(event: unknown): Report[] {
  const kind = kindOf(event);
  if (kind === null) return [];
  const report: Report = {
    kind,
    recipient: textAt(event, "rcpt_to"),
    ref: refOf(textAt(event, "rcpt_meta", "sojourn")),
    at: fromSeconds(textAt(event, "timestamp")),
    key: `sparkpost ${textAt(event, "event_id")}`,
    detail: details({
      reason: textAt(event, "raw_reason") || textAt(event, "reason"),
      code: textAt(event, "bounce_class") || textAt(event, "error_code"),
      url: textAt(event, "target_link_url"),
    }),
  };
  return [report];
}

/** Classes of bounces after which the address is not used again. */
const HARD = new Set(["10", "30", "90"]);

function kindOf(event: unknown): ReportKind | null {
  switch (textAt(event, "type")) {
    case "delivery":
      return "delivered";
    case "delay":
      return "delayed";
    case "bounce":
    case "out_of_band":
      return HARD.has(textAt(event, "bounce_class")) ? "hard_bounce" : "soft_bounce";
    case "policy_rejection":
    case "generation_rejection":
    case "generation_failure":
      return "rejected";
    case "spam_complaint":
      return textAt(event, "fbtype") === "not-spam" ? null : "complained";
    case "list_unsubscribe":
    case "link_unsubscribe":
      return "unsubscribed";
    case "open":
    case "initial_open":
      return isMachine(textAt(event, "user_agent"), null) ? "machine_opened" : "opened";
    case "click":
      return "clicked";
    default:
      return null;
  }
}
