export { findPasswordByEmail, hasPassword } from "./read.ts";
export { insertPassword } from "./write.ts";
