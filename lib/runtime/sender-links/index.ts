/** The mails with links that verify senders. */
export { type SenderLinks, sendSenderLinks } from "./send-sender-links.ts";
