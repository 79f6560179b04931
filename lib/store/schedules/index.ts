export {
  readScheduledTriggers,
  readSchedules,
  readWorkspaceSchedules,
  type ScheduledTrigger,
  type ScheduleRow,
} from "./read.ts";
export { advanceSchedule, lockSchedules, queueScheduledRun, removeSchedule, replaceSchedule } from "./write.ts";
