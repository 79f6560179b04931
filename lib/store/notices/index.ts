export { type Asking, type NoticeRow, readAlertsSince, readAsking, readNotices, type ToldAlert } from "./read.ts";
export {
  claimDueNotices,
  type DueNotice,
  deleteOldNotices,
  insertNotices,
  type NewNotice,
  type NoticeResult,
  noteNoticeResult,
} from "./write.ts";
