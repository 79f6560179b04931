import { type Message, rendersOf } from "#channels";
import { config } from "#config";
import { trackingOf } from "#consent";
import type { Claimed } from "#store/deliveries";
import type { SendingWorkspace } from "#store/workspaces";
import { isWebAddress, trackMail } from "#tracking";
import type { MessageConsent } from "./load-consent.ts";

export type Tracks = { readonly trackOpens: boolean; readonly trackClicks: boolean };
export const UNTRACKED: Tracks = { trackOpens: false, trackClicks: false };

type Tracked<Part> = { readonly message: Part; readonly tracks: Tracks };

/** A mail with links of ours and a pixel, as far as the person agreed; without HTML there is nothing to track. */
export function trackMessage<Part extends Pick<Message, "html">>(
  message: Part,
  { id, channel }: Claimed,
  { settings }: Pick<SendingWorkspace, "settings">,
  { consent, secret }: { readonly consent: MessageConsent | undefined; readonly secret: string },
): Tracked<Part> {
  if (rendersOf(channel) !== "letter" || message.html === "") return { message, tracks: UNTRACKED };
  const { opens, clicks } = trackingOf(settings, consent?.preferences ?? null);
  if (!opens && !clicks) return { message, tracks: UNTRACKED };
  const { publicUrl } = config();
  const untouched = [`${publicUrl}/unsubscribe/`, `${publicUrl}/preferences/`];
  const base = baseOf(settings) ?? publicUrl;
  const html = trackMail(message.html, { secret, deliveryId: id, base, untouched, opens, clicks });
  return { message: { ...message, html }, tracks: { trackOpens: opens, trackClicks: clicks } };
}

/** The workspace's own host for links, which has to lead to this installation. */
function baseOf({ trackingUrl }: Readonly<Record<string, unknown>>): string | null {
  const isSet = typeof trackingUrl === "string" && isWebAddress(trackingUrl.trim());
  return isSet ? trackingUrl.trim().replace(/\/+$/, "") : null;
}
