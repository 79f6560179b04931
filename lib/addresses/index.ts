/** Addresses of mail, read in one way wherever they are entered and wherever they are used. */
export { isMailAddress } from "./is-mail-address.ts";
export { readSender, type Sender, SenderError, senderMistake } from "./read-sender.ts";
