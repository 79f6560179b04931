/** Links and pixels of mails that tell that somebody clicked or looked. */
export { CLICK_PATH, OPEN_PATH, type TrackingOf, trackMail, untrackMail } from "./rewrite.ts";
export { isWebAddress, readClickToken, readOpenToken } from "./tokens.ts";
