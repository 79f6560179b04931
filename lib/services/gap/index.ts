export { answerGap } from "./answer-gap.ts";
export { getGap } from "./get-gap.ts";
export { Gap, GapAnswer } from "./schema.ts";
