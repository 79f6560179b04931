export { listNotices, NoticeSent } from "./list-notices.ts";
