import * as z from "zod";

const none = z.strictObject({});
const key = (name: string) => z.string().trim().min(1, name).max(2_000);

/** Who signs reports, and what with; Postmark and SparkPost sign nothing, so the address alone is the secret. */
export const SesSettings = z.strictObject({
  topicArn: z
    .string()
    .trim()
    .regex(
      /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/,
      "an ARN such as arn:aws:sns:eu-west-1:123456789012:mail",
    ),
});
export type SesSettings = z.infer<typeof SesSettings>;

/** Where mail that cannot be delivered comes back; each message gets an address of its own behind a plus sign. */
export const SmtpSettings = z.strictObject({
  bounceAddress: z
    .email("write an address such as bounces@example.com")
    .max(200)
    .regex(/^[^@]{1,20}@/, "may have 20 characters before the @, because the message’s id follows them")
    .optional(),
});
export type SmtpSettings = z.infer<typeof SmtpSettings>;

export const NoSettings = none;
export const NoSecrets = none;
export const SigningKey = z.strictObject({ signingKey: key("the signing key of the webhook") });
export type SigningKey = z.infer<typeof SigningKey>;

export const SendgridSecrets = z.strictObject({
  signingKey: key("the verification key of the event webhook").regex(/^[A-Za-z0-9+/=\s]+$/, "is not a key in base64"),
});
