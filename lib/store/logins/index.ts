export { findPasswordByEmail, findSignOn, hasLogin, hasPassword, hasSignOn } from "./read.ts";
export { deleteLogins, insertPassword, insertSignOn, replacePassword } from "./write.ts";
