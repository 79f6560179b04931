/** The mails that people send to themselves to see them. */
export { sendTests } from "./send-tests.ts";
