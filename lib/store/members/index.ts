export { lockMemberLink, type MemberLink, spendMemberLink } from "./links.ts";
export {
  findOwned,
  isMemberElsewhere,
  lockMembers,
  type Membership,
  readDismissed,
  readHomeWorkspace,
  readMemberNumber,
  readMembers,
  readMemberships,
  readOwners,
  readRole,
  readSecondFactorWorkspaces,
  readWorkspacesOf,
} from "./read.ts";
export { addDismissed, deleteMember, insertMembers, setRole } from "./write.ts";
