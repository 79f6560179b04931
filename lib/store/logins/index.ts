export { findPasswordByEmail, hasPassword } from "./read.ts";
export { deletePassword, insertPassword } from "./write.ts";
