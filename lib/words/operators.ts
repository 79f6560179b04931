import type { FieldRule } from "#journey";

/** A comparison between a field and its value. */
export const OPERATOR_WORDS: Readonly<Record<FieldRule["op"], string>> = {
  eq: "is",
  ne: "is not",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  in: "is one of",
  contains: "contains",
  exists: "is known",
  matches: "matches the pattern",
  before: "is before",
  after: "is after",
  within_next: "is within the next",
  within_last: "is within the last",
  is_today: "is today",
  anniversary_today: "has its anniversary today",
};
