export { clearAttempts, countAttempt, type Threshold, takeBackAttempt } from "./write.ts";
