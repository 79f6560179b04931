import * as z from "zod";
import { JsonObject } from "#journey";
import { PROVIDER_SERVICES } from "#providers";
import { Timestamp } from "#services";

export const ProviderParams = z.object({ service: z.enum(PROVIDER_SERVICES) });

export const Provider = z
  .object({
    service: z.enum(PROVIDER_SERVICES),
    settings: JsonObject.nullable().meta({ description: "null = not set up" }),
    secrets: z.array(z.string()).meta({ description: "The names of the secrets that are kept; they are never shown" }),
    isReadable: z.boolean().meta({
      description: "false: SOJOURN_SECRET has changed since, so that the secrets have to be entered again",
    }),
    feedbackUrl: z.string().nullable().meta({ description: "The address for the provider’s reports" }),
    updatedAt: Timestamp.nullable(),
  })
  .meta({ id: "Provider" });
export type Provider = z.infer<typeof Provider>;

export const ProviderInput = z.strictObject({
  settings: JsonObject,
  secrets: JsonObject.optional().meta({ description: "Left out: those that are kept stay" }),
});
export type ProviderInput = z.infer<typeof ProviderInput>;

export const ProviderTest = z.strictObject({
  to: z.string().trim().min(1).max(255).meta({ description: "A phone number for SMS, a person for push" }),
});
export type ProviderTest = z.infer<typeof ProviderTest>;

export const TestedProvider = z
  .object({ status: z.enum(["sent", "failed"]), error: z.string().nullable(), providerId: z.string().nullable() })
  .meta({ id: "TestedProvider" });
export type TestedProvider = z.infer<typeof TestedProvider>;
