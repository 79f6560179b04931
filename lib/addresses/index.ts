/** Email addresses, parsed in the same way on input and on use. */
export { isMailAddress } from "./is-mail-address.ts";
export { readSender, type Sender, SenderError, senderMistake } from "./read-sender.ts";
export { renameSender, writeSender } from "./write-sender.ts";
