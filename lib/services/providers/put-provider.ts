import { createPublicKey } from "node:crypto";
import type * as z from "zod";
import { makeVapidKeys } from "#channels";
import { installationSecret } from "#config";
import { newId } from "#db";
import { PROVIDER_SET_UPS, type ProviderService } from "#providers";
import { audit, type Context, type FieldError, fieldError, invalid, requireRole } from "#services";
import { seal, secretFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { putProviderRow } from "#store/providers";
import { isObject } from "#values";
import { findProvider } from "./get-provider.ts";
import type { Provider, ProviderInput } from "./schema.ts";
import { secretsOf, viewProvider } from "./view-provider.ts";

/** Sets a service up. Secrets that are not given stay; all findings come at once, each with its field. */
export async function putProvider(ctx: Context, service: ProviderService, input: ProviderInput): Promise<Provider> {
  requireRole(ctx, "owner");
  const installation = await installationSecret(() => readInstallationSecret(ctx.database.sql));
  const before = await findProvider(ctx, service);
  const kept = before ? secretsOf(before, installation) : null;
  const given = withVapidKeys(service, input, kept !== null);
  const { settings, secrets } = PROVIDER_SET_UPS[service];
  const readSettings = settings.safeParse(given.settings);
  const readSecrets = secrets.safeParse(secretsFor(service, given, kept));
  if (!readSettings.success || !readSecrets.success) {
    const errors = [...findings("settings", readSettings.error), ...findings("secrets", readSecrets.error)];
    throw invalid(`${NAMES[service]} cannot be set up like this.`, errors);
  }
  const fault = keyFault(service, readSecrets.data) ?? endpointFault(readSettings.data, readSecrets.data);
  if (fault) throw invalid(`${NAMES[service]} cannot be set up like this.`, [fault]);
  await ctx.database.orm.transaction(async (tx) => {
    await putProviderRow(tx, {
      id: before?.id ?? newId(),
      workspaceId: ctx.workspaceId,
      service,
      settings: { ...readSettings.data },
      secrets: seal(secretFor(installation, "providers"), JSON.stringify(readSecrets.data)),
    });
    await audit(tx, ctx, "provider.set_up", ctx.workspaceId, { service, secrets: given.secrets !== undefined });
  });
  return viewProvider(service, await findProvider(ctx, service), installation);
}

export const NAMES: Readonly<Record<ProviderService, string>> = {
  sms: "SMS",
  web_push: "Web push",
  fcm: "Firebase",
  apns: "Apple push",
  ses: "Amazon SES",
  sendgrid: "SendGrid",
  postmark: "Postmark",
  mailgun: "Mailgun",
  resend: "Resend",
  sparkpost: "SparkPost",
  smtp: "Plain SMTP",
  endpoints: "Live data",
};

/** Secrets that are not given stay. Of endpoints each has its own, and goes with its endpoint. */
function secretsFor(service: ProviderService, { settings, secrets }: ProviderInput, kept: object | null): object {
  if (service !== "endpoints") return secrets ?? kept ?? {};
  const keys = Array.isArray(settings.endpoints) ? settings.endpoints.map(keyIn) : [];
  const all = Object.entries({ ...kept, ...secrets });
  return Object.fromEntries(all.filter(([key]) => keys.includes(key) || Object.hasOwn(secrets ?? {}, key)));
}

const keyIn = (endpoint: unknown): string => (isObject(endpoint) ? String(endpoint.key) : "");

/** An endpoint without a secret, or a secret without an endpoint. */
function endpointFault(settings: object, secrets: object): FieldError | null {
  if (!("endpoints" in settings) || !Array.isArray(settings.endpoints)) return null;
  const keys = settings.endpoints.map(keyIn);
  const bare = keys.findIndex((key) => !Object.hasOwn(secrets, key));
  if (bare >= 0) return fieldError(["secrets", keys[bare] ?? ""], "is the value of the header, and is missing");
  const lost = Object.keys(secrets).find((key) => !keys.includes(key));
  return lost === undefined ? null : fieldError(["secrets", lost], "is the secret of no endpoint");
}

/** The keys of web push are a pair: they are made together, and changed only together, as browsers keep to them. */
function withVapidKeys(service: ProviderService, input: ProviderInput, hasKeys: boolean): ProviderInput {
  if (service !== "web_push" || input.secrets !== undefined || hasKeys || "publicKey" in input.settings) return input;
  const { publicKey, privateKey } = makeVapidKeys();
  return { settings: { ...input.settings, publicKey }, secrets: { privateKey } };
}

const findings = (part: string, error: z.ZodError | undefined): FieldError[] =>
  (error?.issues ?? []).map(({ path, message }) => fieldError([part, ...path.map(pathKey)], message));

const pathKey = (key: PropertyKey): string | number => (typeof key === "number" ? key : String(key));

/** SendGrid shows its key as the base64 of an SPKI key. */
function keyFault(service: ProviderService, secrets: object): FieldError | null {
  if (service !== "sendgrid" || !("signingKey" in secrets)) return null;
  try {
    createPublicKey({ key: Buffer.from(String(secrets.signingKey), "base64"), format: "der", type: "spki" });
    return null;
  } catch {
    return fieldError(["secrets", "signingKey"], "is not the verification key that SendGrid shows");
  }
}
