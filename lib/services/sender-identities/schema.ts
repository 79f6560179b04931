import * as z from "zod";
import { senderMistake } from "#addresses";
import { pageFields, Timestamp } from "#services";

export const SenderIdentity = z
  .object({
    id: z.string(),
    key: z.string(),
    number: z.int(),
    email: z.string(),
    name: z.string().nullable(),
    status: z.enum(["unverified", "verified"]),
    verifiedAt: Timestamp.nullable(),
    verifiedBy: z.enum(["link", "dns", "declaration"]).nullable(),
    /** Whether steps without a sender of their own use it. */
    isDefault: z.boolean(),
    /** The mailed link that waits to be opened. */
    link: z
      .object({
        status: z.enum(["queued", "sending", "sent", "failed"]),
        expiresAt: Timestamp,
        error: z.string().nullable(),
      })
      .nullable(),
    /** The TXT record that verifies the address; the same for all addresses of the domain. */
    dns: z.object({ name: z.string(), value: z.string() }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "SenderIdentity" });
export type SenderIdentity = z.infer<typeof SenderIdentity>;

/** A bare address, in lower case; the name has a field of its own. */
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .refine(
    (text) => !text.includes("<") && senderMistake(text) === null,
    "must be an address such as hello@acme.example",
  );

/** A display name travels in a header, so it is checked as part of a sender. */
const Name = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), "contains a line break or another control character")
  .transform((text) => text || null)
  .nullish();

export const NewSenderIdentity = z.strictObject({
  email: Email,
  name: Name,
  key: z
    .string()
    .regex(/^[a-z][\w.~-]{0,254}$/i, "letters, digits and . _ ~ - only, and a letter first")
    .optional(),
  number: z.int().min(1).max(999_999_999).optional(),
});
export type NewSenderIdentity = z.infer<typeof NewSenderIdentity>;

export const SenderIdentityPatch = z.strictObject({ name: Name });
export type SenderIdentityPatch = z.infer<typeof SenderIdentityPatch>;

export const SenderIdentityQuery = z.object({
  ...pageFields,
  status: z.enum(["unverified", "verified"]).optional(),
  email: z.string().max(320).optional(),
});
export type SenderIdentityQuery = z.infer<typeof SenderIdentityQuery>;
