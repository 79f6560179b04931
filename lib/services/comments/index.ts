/** What the members of a workspace say to each other about journeys and their steps. */
export { addComment } from "./add-comment.ts";
export { changeComment, removeComment } from "./change-comment.ts";
export { listComments } from "./list-comments.ts";
export { Comment, CommentPatch, NewComment } from "./schema.ts";
