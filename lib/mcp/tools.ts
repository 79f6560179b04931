import type { Tool } from "./tool.ts";
import { changeCanvasTool, changeSettingsTool, createJourneyTool } from "./tools/drafts.ts";
import { journeyDaysTool, journeyFunnelTool, journeyStatsTool, nearMissesTool } from "./tools/figures.ts";
import { listJourneysTool, nodeKindsTool, showJourneyTool, validateJourneyTool } from "./tools/journeys.ts";
import {
  listContentTool,
  listEventNamesTool,
  listSegmentsTool,
  listSitesTool,
  showContentTool,
  showSegmentTool,
} from "./tools/library.ts";
import { enrollPeopleTool, pauseJourneyTool } from "./tools/operations.ts";
import {
  explainPersonTool,
  findPeopleTool,
  personTimelineTool,
  showEnrollmentTool,
  showPersonTool,
} from "./tools/people.ts";
import { listPlansTool, showPlanTool, submitPlanTool } from "./tools/plans.ts";
import { backtestJourneyTool, simulateJourneyTool } from "./tools/trials.ts";

/** Every tool by its name. No tool publishes: that takes a person who approves a plan. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  list_journeys: listJourneysTool,
  show_journey: showJourneyTool,
  validate_journey: validateJourneyTool,
  node_kinds: nodeKindsTool,
  simulate_journey: simulateJourneyTool,
  backtest_journey: backtestJourneyTool,
  journey_stats: journeyStatsTool,
  journey_funnel: journeyFunnelTool,
  journey_days: journeyDaysTool,
  near_misses: nearMissesTool,
  find_people: findPeopleTool,
  show_person: showPersonTool,
  person_timeline: personTimelineTool,
  show_enrollment: showEnrollmentTool,
  explain_person: explainPersonTool,
  list_segments: listSegmentsTool,
  show_segment: showSegmentTool,
  list_content: listContentTool,
  show_content: showContentTool,
  list_event_names: listEventNamesTool,
  list_sites: listSitesTool,
  create_journey: createJourneyTool,
  change_canvas: changeCanvasTool,
  change_settings: changeSettingsTool,
  list_plans: listPlansTool,
  show_plan: showPlanTool,
  submit_plan: submitPlanTool,
  enroll_people: enrollPeopleTool,
  pause_journey: pauseJourneyTool,
};
