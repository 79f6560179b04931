/** Clicks and opens of mails. */
export { type Looker, recordClick, recordOpen, resolveClick } from "./record-seen.ts";
