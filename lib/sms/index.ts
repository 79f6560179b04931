/** Text messages: what they cost, and the words by which people stop them. */
export { keywordOf, type SmsKeyword } from "./keyword.ts";
export { type SmsSize, smsSize } from "./size.ts";
