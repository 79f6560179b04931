export { deleteOldAnswers } from "./write.ts";
