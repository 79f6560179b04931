import type { ConsentChannel } from "#consent";
import { captureChannel } from "./capture/channel.ts";
import type { Channel, ChannelKind } from "./channel.ts";
import { smtpChannel } from "./email/smtp/channel.ts";
import { inappChannel } from "./inapp/channel.ts";
import { openProviders, type Providers } from "./providers/open-providers.ts";
import { webhookChannel } from "./webhook/channel.ts";

export type ChannelSettings = {
  /** The mail server; without it the built-in capture stores emails. */
  readonly smtpUrl?: string | null | undefined;
  /** Sender of mail whose node and workspace name none. */
  readonly defaultFrom: string;
  /** Private networks that webhooks and providers may be in, as CIDRs; none by default. */
  readonly allowedNetworks?: readonly string[];
};

/** All channels of this process, and those that store messages: for demo people always. */
export type Channels = Readonly<Record<ChannelKind, Channel>> & {
  readonly captures: Readonly<Record<ConsentChannel, Channel>>;
  /** The channels that workspaces have set up; they take the place of the capture. */
  readonly providers: Providers;
  readonly defaultFrom: string;
  readonly close: () => Promise<void>;
};

export function openChannels(settings: ChannelSettings): Channels {
  const captures = { email: captureChannel("email"), sms: captureChannel("sms"), push: captureChannel("push") };
  const email = settings.smtpUrl ? smtpChannel(settings.smtpUrl) : captures.email;
  const allowedNetworks = settings.allowedNetworks ?? [];
  const webhook = webhookChannel({ allowedNetworks });
  const providers = openProviders(allowedNetworks);
  return {
    email,
    sms: captures.sms,
    push: captures.push,
    webhook,
    inapp: inappChannel(),
    captures,
    providers,
    defaultFrom: settings.defaultFrom,
    close: async () => {
      await Promise.all([email.close(), webhook.close(), providers.close()]);
    },
  };
}
