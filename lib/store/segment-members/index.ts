export { membersUpTo, readMemberships } from "./read.ts";
export { deleteMemberships, insertMemberships, joinMemberships } from "./write.ts";
