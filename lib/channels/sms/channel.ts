import type { SmsSecrets, SmsSettings } from "#providers";
import type { Channel } from "../channel.ts";
import type { Caller } from "../webhook/call.ts";
import { gatewayChannel } from "./gateway.ts";
import { twilioChannel } from "./twilio.ts";

export type SmsProvider = {
  readonly settings: SmsSettings;
  readonly secrets: SmsSecrets;
  readonly reportUrl: string | null;
};

/** Text messages through the gateway that the workspace has set up. */
export const smsChannel = (caller: Caller, { settings, secrets, reportUrl }: SmsProvider): Channel =>
  settings.provider === "twilio"
    ? twilioChannel(caller, { settings, secrets, reportUrl })
    : gatewayChannel(caller, settings, secrets);
