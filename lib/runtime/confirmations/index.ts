export { type Confirmations, sendConfirmations } from "./send-confirmations.ts";
