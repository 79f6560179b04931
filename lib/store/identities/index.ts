export { findIdentities } from "./read.ts";
export { insertIdentities, type NewIdentity } from "./write.ts";
