export { findOwnerWithoutLogin, findUser, findUserByEmail, hasUsers, readUserEmails } from "./read.ts";
export { insertUser, lockUser, lockUserByEmail, updateUser } from "./write.ts";
