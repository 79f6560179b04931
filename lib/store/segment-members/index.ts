export { buildByCount } from "./build-by-count.ts";
export { membersUpTo, readMemberships } from "./read.ts";
export { deleteMemberships, insertMemberships, joinMemberships } from "./write.ts";
