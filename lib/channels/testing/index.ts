export { type MailServer, type ReceivedMail, startMailServer } from "./mail-server.ts";
export { type ReceivedCall, startWebServer, type WebServer } from "./web-server.ts";
