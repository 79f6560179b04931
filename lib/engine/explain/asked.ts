import { openWork } from "../advance.ts";
import type { JourneyState } from "../advance-input.ts";
import type { Prepared, Work } from "../model.ts";
import { zoneOf } from "../person/rule-context.ts";
import type { EpochMs } from "../signal.ts";
import type { SegmentNames } from "./rules.ts";
import type { Question } from "./types.ts";
import { sayMoment } from "./words.ts";

/** A question with everything the parts of the answer share. */
export type Asked = {
  readonly question: Question;
  readonly work: Work;
  readonly journey: JourneyState;
  readonly now: EpochMs;
  readonly names: SegmentNames;
  readonly say: (at: EpochMs) => string;
};

/** Opens the person's state as a batch would; null = the journey was never published. */
export function open(question: Question, prepared: Prepared | null): Asked | null {
  const { turn, journeyId, segmentNames } = question;
  const journey = turn.snapshot.journeys.get(journeyId);
  if (journey === undefined) return null;
  const work = openWork({ ...turn, signals: [] });
  const zone = zoneOf(work, turn.person, prepared);
  const known = turn.snapshot.segments;
  const names = (reference: string) => segmentNames?.get(reference) ?? known?.get(reference)?.key ?? reference;
  return { question, work, journey, now: turn.now, names, say: (at) => sayMoment(at, zone) };
}
