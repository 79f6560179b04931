import * as z from "zod";
import { isMailAddress } from "#addresses";
import { schema } from "#store";

const Emails = z
  .array(z.string().trim().max(320).refine(isMailAddress, "is not an email address"))
  .max(20, "has at most 20 addresses");

/** `notifications` of the settings: who is told of alerts, and who gets the weekly report. */
export const Notifications = z.strictObject({
  alerts: z
    .strictObject({
      emails: Emails.optional(),
      webhookUrl: z
        .url({ protocol: /^https?$/, error: "is not an address that starts with https://" })
        .max(2_000)
        .nullish(),
      muted: z.array(z.enum(schema.alerts.code.enumValues, "is not the code of an alert")).max(100).optional(),
    })
    .optional(),
  report: z
    .strictObject({
      weekday: z.int().min(1, "is 1 (Monday) to 7 (Sunday)").max(7, "is 1 (Monday) to 7 (Sunday)"),
      hour: z.int().min(0, "is 0 to 23").max(23, "is 0 to 23"),
      emails: Emails.min(1, "has at least one address"),
    })
    .nullish(),
});
