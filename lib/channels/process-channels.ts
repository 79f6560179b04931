import { config } from "#config";
import { type Channels, openChannels } from "./open-channels.ts";

let opened: Channels | undefined;

/** The channels this process is configured for; opened at first use, until the process ends. */
export function processChannels(): Channels {
  const { smtpUrl, defaultFrom, allowedNetworks } = config();
  opened ??= openChannels({ smtpUrl, defaultFrom, allowedNetworks });
  return opened;
}
