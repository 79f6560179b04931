import type * as z from "zod";
import { EndpointSecrets, EndpointSettings } from "./endpoints.ts";
import { ApnsSecrets, ApnsSettings, FcmSecrets, FcmSettings, WebPushSecrets, WebPushSettings } from "./push.ts";
import { NoSecrets, NoSettings, SendgridSecrets, SesSettings, SigningKey, SmtpSettings } from "./reports.ts";
import type { ProviderService } from "./services.ts";
import { SmsSecrets, SmsSettings } from "./sms.ts";

type SetUp = { readonly settings: z.ZodType<object>; readonly secrets: z.ZodType<object> };

/** What each service needs to be set up; the compiler names one without an entry. */
export const PROVIDER_SET_UPS = {
  sms: { settings: SmsSettings, secrets: SmsSecrets },
  web_push: { settings: WebPushSettings, secrets: WebPushSecrets },
  fcm: { settings: FcmSettings, secrets: FcmSecrets },
  apns: { settings: ApnsSettings, secrets: ApnsSecrets },
  ses: { settings: SesSettings, secrets: NoSecrets },
  sendgrid: { settings: NoSettings, secrets: SendgridSecrets },
  postmark: { settings: NoSettings, secrets: NoSecrets },
  mailgun: { settings: NoSettings, secrets: SigningKey },
  resend: { settings: NoSettings, secrets: SigningKey },
  sparkpost: { settings: NoSettings, secrets: NoSecrets },
  endpoints: { settings: EndpointSettings, secrets: EndpointSecrets },
  smtp: { settings: SmtpSettings, secrets: NoSecrets },
} as const satisfies Readonly<Record<ProviderService, SetUp>>;
