import { rendersOf } from "#channels";
import { config } from "#config";
import { isConsentChannel } from "#consent";
import { consentToken, secretFor } from "#signatures";
import type { Claimed } from "#store/deliveries";
import type { MessageConsent } from "./load-consent.ts";

/** The links in one message, and the headers by which a mail program offers to unsubscribe. */
export type ConsentLinks = {
  readonly unsubscribeUrl: string;
  readonly preferencesUrl: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type LinkMaker = (delivery: Claimed, consent: MessageConsent | undefined) => ConsentLinks;

/** Links are signed with a secret of the installation and made again at each attempt, so they are always the same (R43). */
export function openLinkMaker(installation: string): LinkMaker {
  const secret = secretFor(installation, "consent");
  const { publicUrl } = config();
  return ({ id, workspaceId, personId, channel }, consent) => {
    const on = isConsentChannel(channel) ? channel : "email";
    const link = { workspaceId, personId, channel: on, topicId: consent?.topicId ?? null, deliveryId: id };
    const unsubscribeUrl = `${publicUrl}/unsubscribe/${consentToken(secret, { ...link, purpose: "unsubscribe" })}`;
    const preferencesUrl = `${publicUrl}/preferences/${consentToken(secret, { ...link, purpose: "preferences" })}`;
    const isBulkMail = rendersOf(channel) === "letter" && consent?.marketing === true;
    return { unsubscribeUrl, preferencesUrl, headers: isBulkMail ? headersFor(unsubscribeUrl) : {} };
  };
}

/** One click in the mail program posts to the address (RFC 8058); opening it changes nothing. */
const headersFor = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
