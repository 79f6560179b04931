import type { Channel, ChannelKind } from "./channel.ts";
import { captureChannel } from "./email/capture/channel.ts";
import { smtpChannel } from "./email/smtp/channel.ts";
import { inappChannel } from "./inapp/channel.ts";
import { unconfiguredChannel } from "./unconfigured/channel.ts";
import { webhookChannel } from "./webhook/channel.ts";

export type ChannelSettings = {
  /** The mail server; without it the built-in capture stores emails. */
  readonly smtpUrl?: string | null | undefined;
  /** Sender of mail whose node and workspace name none. */
  readonly defaultFrom: string;
  /** Private networks that webhooks may call, as CIDRs; none by default. */
  readonly allowedNetworks?: readonly string[];
};

/** All channels of this process, and one that always stores emails (for demo people). */
export type Channels = Readonly<Record<ChannelKind, Channel>> & {
  readonly capture: Channel;
  readonly defaultFrom: string;
  readonly close: () => Promise<void>;
};

export function openChannels(settings: ChannelSettings): Channels {
  const capture = captureChannel();
  const email = settings.smtpUrl ? smtpChannel(settings.smtpUrl) : capture;
  const webhook = webhookChannel({ allowedNetworks: settings.allowedNetworks ?? [] });
  return {
    email,
    sms: unconfiguredChannel("sms"),
    push: unconfiguredChannel("push"),
    webhook,
    inapp: inappChannel(),
    capture,
    defaultFrom: settings.defaultFrom,
    close: async () => {
      await Promise.all([email.close(), webhook.close()]);
    },
  };
}
