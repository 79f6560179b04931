/** The browser client, for bundlers. */
export { type Client, createClient, type Data, type Options } from "./client.ts";
export { stub } from "./stub.ts";
export { previewSurvey } from "./surveys/preview.ts";
export { VERSION } from "./version.ts";
