export {
  type CommentRow,
  countComments,
  deleteComment,
  insertComment,
  lockComment,
  readComments,
  updateComment,
} from "./rows.ts";
