import { openAdvance } from "../advance.ts";
import type { JourneyState } from "../advance-input.ts";
import type { AdvanceState, Prepared, RunningEnrollment } from "../model.ts";
import { zoneOf } from "../person/rule-context.ts";
import type { EpochMs } from "../signal.ts";
import type { SegmentNames } from "./rules.ts";
import type { Question } from "./types.ts";
import { sayMoment } from "./words.ts";

/** A question with everything the parts of the answer share. */
export type Asked = {
  readonly question: Question;
  readonly advanceState: AdvanceState;
  readonly journey: JourneyState;
  readonly now: EpochMs;
  readonly names: SegmentNames;
  readonly say: (at: EpochMs) => string;
  /** What sentences call a step of the enrollment's version. */
  readonly stepName: (enrollment: RunningEnrollment, nodeId: string) => string;
};

/** Opens the person's state as a batch would; null = the journey was never published. */
export function open(question: Question, prepared: Prepared | null): Asked | null {
  const { input, journeyId, segmentNames, stepLabels } = question;
  const journey = input.snapshot.journeys.get(journeyId);
  if (journey === undefined) return null;
  const advanceState = openAdvance({ ...input, signals: [] });
  const zone = question.zone ?? zoneOf(advanceState, input.person, prepared);
  const known = input.snapshot.segments;
  const names = (reference: string) => segmentNames?.get(reference) ?? known?.get(reference)?.key ?? reference;
  const stepName = ({ prepared }: RunningEnrollment, nodeId: string) =>
    stepLabels?.get(nodeId) ?? prepared.states.get(nodeId)?.program.name ?? nodeId;
  return { question, advanceState, journey, now: input.now, names, say: (at) => sayMoment(at, zone), stepName };
}
