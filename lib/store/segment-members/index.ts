export { membersUpTo, readMemberships } from "./read.ts";
export { deleteMemberships, dropMemberships, insertMemberships, joinMemberships } from "./write.ts";
