/** What providers report about messages, and what people write back. */
export { type FeedbackSource, isFeedbackSource } from "./sources.ts";
export { type FeedbackCall, takeFeedback } from "./take-feedback.ts";
