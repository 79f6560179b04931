export { maskAnswer } from "./mask-answer.ts";
export { type Masking, maskingOf } from "./masking-of.ts";
export { MaskingSettings } from "./schema.ts";
