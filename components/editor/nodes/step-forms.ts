import type { ComponentType } from "react";
import type { JourneyNode, NodeType } from "#journey";
import { GoalSummary } from "../forms/goal-summary.tsx";
import { ActionForm } from "./action.tsx";
import { ConditionForm } from "./condition.tsx";
import { ContentForm } from "./content.tsx";
import { DecideForm } from "./decide.tsx";
import { ExitForm } from "./exit.tsx";
import { LiveDataForm } from "./live-data.tsx";
import { SplitForm } from "./split.tsx";
import { TriggerForm } from "./trigger.tsx";
import { WaitForm } from "./wait.tsx";
import { WaitForConditionForm } from "./wait-for-condition.tsx";
import { WaitForEventForm } from "./wait-for-event.tsx";

/** The form of every kind of step; loaded with the first panel, as the canvas needs none of it (decision 0125). */
export const stepForms: Readonly<Record<NodeType, ComponentType<{ node: JourneyNode }>>> = {
  TRIGGER: TriggerForm,
  CONTENT: ContentForm,
  ACTION: ActionForm,
  DECIDE: DecideForm,
  LIVE_DATA: LiveDataForm,
  WAIT: WaitForm,
  WAIT_FOR_EVENT: WaitForEventForm,
  WAIT_FOR_CONDITION: WaitForConditionForm,
  CONDITION: ConditionForm,
  SPLIT: SplitForm,
  GOAL_CHECK: GoalSummary,
  EXIT: ExitForm,
};
