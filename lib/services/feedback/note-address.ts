import type { ConsentChannel } from "#consent";
import type { TransactionSql } from "#db";
import type { Context } from "#services";
import { countSoftBounce, forgetSoftBounces, liftSuppression, recordSuppression } from "#store/suppressions";
import type { Resolved } from "./resolve-reports.ts";

/** What a report says about the address itself: hard bounces and complaints end its use, soft ones after several. */
export async function noteAddress(
  sql: TransactionSql,
  { workspaceId }: Context,
  source: string,
  { report, message }: Resolved,
): Promise<void> {
  const channel: ConsentChannel = source === "twilio" ? "sms" : "email";
  const address = (message?.recipient ?? report.recipient).trim();
  if (address === "") return;
  const of = { workspaceId, channel, address, source: `provider:${source}` };
  const detail = [report.detail.code, report.detail.reason].filter(Boolean).join(" ").slice(0, 500) || null;
  switch (report.kind) {
    case "hard_bounce":
      await recordSuppression(sql, { ...of, reason: "hard_bounce", detail });
      return;
    case "complained":
      await recordSuppression(sql, { ...of, reason: "complaint", detail });
      return;
    case "soft_bounce":
      await countSoftBounce(sql, { ...of, detail });
      return;
    case "delivered":
      await forgetSoftBounces(sql, [of]);
      return;
    default:
  }
}

/** STOP and its kin suppress a number, START takes that back; HELP is answered by the gateway. */
export async function noteWish(
  sql: TransactionSql,
  { workspaceId }: Context,
  { from, keyword }: { readonly from: string; readonly keyword: "stop" | "start" | "help" },
): Promise<void> {
  const of = { workspaceId, channel: "sms" as const, address: from };
  if (from === "" || keyword === "help") return;
  if (keyword === "stop") await recordSuppression(sql, { ...of, reason: "stop_word", source: "sms" });
  else await liftSuppression(sql, { ...of, reason: "stop_word", by: "sms", why: "The person wrote START." });
}
