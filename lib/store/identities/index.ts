export { findIdentities, findIdentity, lookUpIdentities } from "./read.ts";
export { insertIdentities, type NewIdentity } from "./write.ts";
