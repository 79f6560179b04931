export { claimLearning, writeLearned } from "./learning.ts";
