export { putVerification, takeVerification } from "./write.ts";
