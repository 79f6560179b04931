export { type GoalCount, insertGoalCounts, rollUpGoalCounts, sumGoalCounts } from "./write.ts";
