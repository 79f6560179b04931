import * as z from "zod";
import { Timestamp } from "#services";

export const Passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    isBackedUp: z.boolean().meta({ description: "Whether a password manager keeps it on several devices" }),
    createdAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof Passkey>;

export const SecondFactor = z
  .object({
    isOn: z.boolean(),
    isPending: z.boolean().meta({ description: "It was not given in this session yet; nothing else may be done" }),
    ways: z.array(z.enum(["totp", "passkey", "backup_code"])).meta({ description: "How it can be given" }),
    backupCodesLeft: z.int(),
  })
  .meta({ id: "SecondFactor" });
export type SecondFactor = z.infer<typeof SecondFactor>;

/** The password of accounts that have one; the others signed in within the last 15 minutes. */
export const Confirmation = z.strictObject({ password: z.string().min(1).max(500).optional() });
export type Confirmation = z.infer<typeof Confirmation>;

export const TotpStart = z
  .object({
    secret: z.string().meta({ description: "To type into the app; not shown again" }),
    address: z.string().meta({ description: "The `otpauth:` address for a QR code" }),
  })
  .meta({ id: "TotpStart" });
export type TotpStart = z.infer<typeof TotpStart>;

/** People copy codes with spaces and hyphens. */
export const Code = z.strictObject({
  code: z
    .string()
    .max(60)
    .transform((text) => text.replaceAll(/[\s-]/g, "").toLowerCase())
    .refine((text) => /^(?:\d{6}|[a-z0-9]{16})$/.test(text), "Enter the 6 digits of the app, or a backup code"),
});
export type Code = z.infer<typeof Code>;

export const BackupCodes = z
  .object({
    backupCodes: z.array(z.string()).nullable().meta({ description: "New ones, shown only here; null: as before" }),
  })
  .meta({ id: "BackupCodes" });
export type BackupCodes = z.infer<typeof BackupCodes>;

/** Options of WebAuthn in its own JSON form, for `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON`. */
export const WebAuthnOptions = z.looseObject({ challenge: z.string() }).meta({ id: "WebAuthnOptions" });
export type WebAuthnOptions = z.infer<typeof WebAuthnOptions>;

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+={0,2}$/)
  .max(12_000);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().nullish(),
  clientExtensionResults: z.looseObject({}),
};

/** What `PublicKeyCredential.toJSON()` gives after a new passkey was made. */
export const NewPasskey = z.strictObject({
  name: z.string().trim().min(1).max(120),
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(40)).max(20).optional(),
    }),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What `PublicKeyCredential.toJSON()` gives after a passkey was used. */
export const PasskeyAnswer = z.strictObject({
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish(),
    }),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;
