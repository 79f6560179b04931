/** The browser client, for bundlers. */
export { type Client, createClient, type Data, type Options } from "./client.ts";
export { type ContentEvent, type ContentOptions, openContent, type WaitingContent } from "./headless.ts";
export { type PushOptions, type PushOutcome, subscribeToPush, unsubscribeFromPush } from "./push.ts";
export { stub } from "./stub.ts";
export { previewSurvey } from "./surveys/preview.ts";
export { VERSION } from "./version.ts";
