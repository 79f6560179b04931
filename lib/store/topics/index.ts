export { findTopicId, readTopics, type TopicRow } from "./read.ts";
