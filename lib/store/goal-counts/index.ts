export { insertGoalCounts, rollUpGoalCounts, sumGoalCounts } from "./write.ts";
