export { startApnsServer } from "./apns-server.ts";
export { type MailServer, type ReceivedMail, startMailServer } from "./mail-server.ts";
export { testBrowser, testKeys } from "./push-keys.ts";
export { type ReceivedCall, startWebServer, type WebAnswer, type WebServer } from "./web-server.ts";
