export { type Account, lockAccount, storeAccount } from "./write.ts";
