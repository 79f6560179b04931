export { createTopic } from "./create-topic.ts";
export { listTopics } from "./list-topics.ts";
export { NewTopic, Topic, TopicPatch } from "./schema.ts";
export { findTopic, viewTopic } from "./topic-row.ts";
export { updateTopic } from "./update-topic.ts";
