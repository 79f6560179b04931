export { findPasskey, type PasskeyRow, readPasskeys } from "./read.ts";
export { deletePasskey, deletePasskeys, insertPasskey, notePasskeyUse } from "./write.ts";
