import * as z from "zod";
import { PrivateKey, WebAddress } from "./fields.ts";

const Base64Url = z
  .string()
  .trim()
  .regex(/^[\w-]{40,100}$/, "is not a key in base64url");

export const WebPushSettings = z.strictObject({
  subject: z
    .string()
    .trim()
    .max(300)
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "an address such as mailto:push@example.com")
    .meta({ description: "Where push services can reach you" }),
  publicKey: Base64Url.optional().meta({ description: "Made with its secret if left out" }),
});
export type WebPushSettings = z.infer<typeof WebPushSettings>;
export const WebPushSecrets = z.strictObject({ privateKey: Base64Url });
export type WebPushSecrets = z.infer<typeof WebPushSecrets>;

export const FcmSettings = z.strictObject({
  projectId: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{4,61}$/, "the project_id of the service account"),
  clientEmail: z.email("the client_email of the service account").max(320),
  tokenUrl: WebAddress.default("https://oauth2.googleapis.com/token"),
  baseUrl: WebAddress.default("https://fcm.googleapis.com"),
});
export type FcmSettings = z.infer<typeof FcmSettings>;
export const FcmSecrets = z.strictObject({ privateKey: PrivateKey });
export type FcmSecrets = z.infer<typeof FcmSecrets>;

export const ApnsSettings = z.strictObject({
  teamId: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{10}$/, "ten capital letters and digits"),
  keyId: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{10}$/, "ten capital letters and digits"),
  topic: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{3,200}$/, "the bundle id of the app, such as com.example.shop"),
  baseUrl: WebAddress.default("https://api.push.apple.com").meta({
    description: "https://api.sandbox.push.apple.com for builds from Xcode",
  }),
});
export type ApnsSettings = z.infer<typeof ApnsSettings>;
export const ApnsSecrets = z.strictObject({ privateKey: PrivateKey });
export type ApnsSecrets = z.infer<typeof ApnsSecrets>;
