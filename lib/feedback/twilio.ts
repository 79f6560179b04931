import { createHmac } from "node:crypto";
import { keywordOf, type SmsKeyword } from "#sms";
import { isEqual } from "./equal.ts";
import { details, refOf } from "./fields.ts";
import type { RawCall, Report, ReportKind } from "./report.ts";

/** What a call of Twilio says: what happened to a message, or what somebody wrote. */
export type TwilioVerdict =
  | {
      readonly ok: true;
      readonly reports: readonly Report[];
      readonly wish: { readonly from: string; readonly keyword: SmsKeyword } | null;
    }
  | { readonly ok: false; readonly fault: string };

/** Twilio signs the address and the sorted fields of its form, with the account's token. */
export function readTwilio({ headers, body, url }: RawCall, authToken: string): TwilioVerdict {
  const signature = headers["x-twilio-signature"] ?? "";
  if (signature === "") return { ok: false, fault: "The call is not signed." };
  const form = new URLSearchParams(Buffer.from(body).toString("utf8"));
  if (!signatures(url, form, authToken).some((made) => isEqual(made, signature)))
    return { ok: false, fault: "The signature is not the one of this account’s token." };
  const one = (name: string) => (form.get(name) ?? "").replaceAll("\u0000", "").slice(0, 2_000);
  if (form.has("MessageStatus")) return { ok: true, reports: readStatus(url, one), wish: null };
  const asked = one("OptOutType").toLowerCase();
  const keyword = asked === "stop" || asked === "start" || asked === "help" ? asked : keywordOf(one("Body"));
  return { ok: true, reports: [], wish: keyword === null ? null : { from: one("From"), keyword } };
}

/** The port of https may be in what Twilio signed, or not. */
function signatures(url: string, form: URLSearchParams, authToken: string): string[] {
  const names = [...new Set(form.keys())].sort();
  const fields = names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(""),
    )
    .join("");
  const { protocol, host } = new URL(url);
  const withPort = url.replace(
    `${protocol}//${host}`,
    `${protocol}//${new URL(url).hostname}:${protocol === "https:" ? 443 : 80}`,
  );
  return [url, withPort].map((signed) =>
    createHmac("sha1", authToken)
      .update(signed + fields)
      .digest("base64"),
  );
}

/** Codes about the number: unknown, out of service, or a landline. */
const UNREACHABLE = new Set(["30003", "30005", "30006"]);
const HARD = new Set(["30005", "30006"]);

function readStatus(url: string, one: (name: string) => string): Report[] {
  const status = one("MessageStatus");
  const code = one("ErrorCode");
  const kind: ReportKind | null =
    status === "delivered"
      ? "delivered"
      : status === "undelivered" || status === "failed"
        ? HARD.has(code)
          ? "hard_bounce"
          : UNREACHABLE.has(code)
            ? "soft_bounce"
            : "rejected"
        : null;
  if (kind === null) return [];
  const ref = refOf(new URL(url).searchParams.get("delivery") ?? "");
  const key = `twilio ${one("MessageSid")} ${status}`;
  return [{ kind, recipient: one("To"), ref, at: null, key, detail: details({ code, reason: one("ErrorMessage") }) }];
}
