/** Alerts and weekly reports for members and systems: `queueNotices` says to whom, `sendNotices` sends them. */
export { queueNotices } from "./queue-notices.ts";
export { sendNotices } from "./send-notices.ts";
