export { addMember } from "./add-member.ts";
export { changeMember, removeMember } from "./change-member.ts";
export { findMembership, type Membership, roleIn } from "./find-membership.ts";
export { listMembers } from "./list-members.ts";
export { openMemberLink } from "./open-member-link.ts";
export { InvitedMember, Member, MemberPatch, NewMember } from "./schema.ts";
