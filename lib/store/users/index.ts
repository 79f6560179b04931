export { findOwnerWithoutLogin, findUser, findUserByEmail, hasUsers, readUserEmails } from "./read.ts";
export { insertUser, lockUser, lockUserByEmail, setHasSecondFactor, updateUser } from "./write.ts";
