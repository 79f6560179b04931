export { readTopics, type TopicRow } from "./read.ts";
