export { findTopicId, readTopics, type TopicRow } from "./read.ts";
export { changeTopic, contentOfTopic, insertTopic, type TopicValues } from "./write.ts";
