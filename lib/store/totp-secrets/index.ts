export { readTotpSecret, type TotpSecretRow } from "./read.ts";
export { confirmTotpSecret, deleteTotpSecret, putTotpSecret, takeTotpStep } from "./write.ts";
