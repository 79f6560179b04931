import { type CapturedKind, captureChannel } from "./capture/channel.ts";
import type { Channel, ChannelKind } from "./channel.ts";
import { smtpChannel } from "./email/smtp/channel.ts";
import { inappChannel } from "./inapp/channel.ts";
import { webhookChannel } from "./webhook/channel.ts";

export type ChannelSettings = {
  /** The mail server; without it the built-in capture stores emails. */
  readonly smtpUrl?: string | null | undefined;
  /** Sender of mail whose node and workspace name none. */
  readonly defaultFrom: string;
  /** Private networks that webhooks may call, as CIDRs; none by default. */
  readonly allowedNetworks?: readonly string[];
};

/** All channels of this process, and those that store messages: for demo people always. */
export type Channels = Readonly<Record<ChannelKind, Channel>> & {
  readonly captures: Readonly<Record<CapturedKind, Channel>>;
  readonly defaultFrom: string;
  readonly close: () => Promise<void>;
};

export function openChannels(settings: ChannelSettings): Channels {
  const captures = { email: captureChannel("email"), sms: captureChannel("sms"), push: captureChannel("push") };
  const email = settings.smtpUrl ? smtpChannel(settings.smtpUrl) : captures.email;
  const webhook = webhookChannel({ allowedNetworks: settings.allowedNetworks ?? [] });
  return {
    email,
    sms: captures.sms,
    push: captures.push,
    webhook,
    inapp: inappChannel(),
    captures,
    defaultFrom: settings.defaultFrom,
    close: async () => {
      await Promise.all([email.close(), webhook.close()]);
    },
  };
}
