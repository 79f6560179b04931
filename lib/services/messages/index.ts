/** Single messages, without a journey. */
export { MessageInput } from "./schema.ts";
export { sendMessage } from "./send-message.ts";
