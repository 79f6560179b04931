export { findIdentities, findIdentity, lookUpIdentities } from "./read.ts";
export { insertIdentities, type NewIdentity, takeIdentities } from "./write.ts";
