export { claimDueLinks, type DueLink, type LinkResult, noteLinkResult } from "./mails.ts";
export { readVerifiedSenders, type VerifiedSender } from "./read.ts";
