import * as fc from "fast-check";
import { PAUSE_MODES, type PauseMode } from "#journey";
import type { JourneyState } from "../advance-input.ts";
import { formatInstant } from "../calendar/index.ts";
import { DAY, HOUR, idOf, MINUTE, SECOND, START } from "./build.ts";
import type { Happening, Portion, Reading } from "./inbox-model.ts";

type Unplaced = Happening extends infer One ? (One extends unknown ? Omit<One, "at"> : never) : never;
type Making = (at: number, index: number) => Unplaced[];

const eventName = fc.constantFrom("in", "a", "b", "goal");

const track = (name: string, k: number, age: number): Making => {
  return (at, index) => {
    const event = {
      id: idOf(`event ${index}`),
      name: `app.${name}`,
      properties: { k },
      timestamp: at - age,
      receivedAt: at,
    };
    return [{ label: `track ${name} ${k}`, signal: { kind: "event", event } }];
  };
};

const patch = (label: string, change: object): Making => {
  return () => [{ label, signal: { kind: "patch", patch: change, source: "test" } }];
};

const signals: readonly fc.Arbitrary<Making>[] = [
  fc.tuple(eventName, fc.nat(2), fc.constantFrom(0, 0, HOUR, 4 * DAY)).map(([name, k, age]) => track(name, k, age)),
  fc.constantFrom("hot", "cold").map((tag) => patch(`tag ${tag}`, { addTags: [tag] })),
  fc.constantFrom("hot", "cold").map((tag) => patch(`untag ${tag}`, { removeTags: [tag] })),
  fc.nat(5).map((n) => patch(`n = ${n}`, { traits: { n } })),
  fc.constant(patch("forget n", { traits: { n: null } })),
  fc.nat(100).map((seconds) => {
    const date = formatInstant(START + seconds * SECOND);
    return patch(`date = ${date}`, { traits: { date } });
  }),
  fc
    .constantFrom("Asia/Tokyo", "America/New_York", "nowhere")
    .map((timezone) => patch(timezone, { traits: { timezone } })),
  fc.constantFrom("j0", "j1").map(
    (name): Making =>
      () => [{ label: `enroll ${name}`, signal: { kind: "enroll", journeyId: idOf(name), origin: "manual" } }],
  ),
  fc.constantFrom("j0", "j1").map(
    (name): Making =>
      () => [{ label: `stop ${name}`, signal: { kind: "stop", journeyId: idOf(name), reason: "stopped" } }],
  ),
];

const pause = (mode: PauseMode): Making => {
  return (at) => {
    const change = ({ status, pauses }: JourneyState): Partial<JourneyState> =>
      status === "paused"
        ? {}
        : { status: "paused", pauseMode: mode, pauses: [...pauses, { mode, from: at, to: null }] };
    return [{ label: mode, change }];
  };
};

const resume: Making = (at) => {
  const change = ({ status, pauses }: JourneyState): Partial<JourneyState> =>
    status === "paused"
      ? {
          status: "published",
          pauseMode: null,
          pauses: pauses.map((one) => (one.to === null ? { ...one, to: at } : one)),
        }
      : {};
  const told = ["j0", "j1"].map((name) => ({
    label: `resume ${name}`,
    signal: { kind: "resume" as const, journeyId: idOf(name) },
  }));
  return [{ label: "resume", change }, ...told];
};

const gap = fc.constantFrom(0, 0, 1, 700, SECOND, 3 * SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND, 2 * MINUTE);

/** Up to twenty happenings of one person, ms to minutes apart, including pauses; the first one starts the journey. */
export const randomStory: fc.Arbitrary<readonly Happening[]> = fc
  .array(
    fc.tuple(
      gap,
      fc.oneof(
        { weight: 8, arbitrary: fc.oneof(...signals) },
        { weight: 1, arbitrary: fc.constantFrom(...PAUSE_MODES).map(pause) },
        { weight: 1, arbitrary: fc.constant(resume) },
      ),
    ),
    { maxLength: 20 },
  )
  .map((list) => {
    let at = START;
    const story: Happening[] = [];
    for (const [index, [after, making]] of ([[0, track("in", 1, 0)], ...list] as const).entries()) {
      at += after;
      for (const happening of making(at, index)) story.push({ ...happening, at });
    }
    return story;
  });

export const inOneBatch: Reading = () => [];

/**
 * Cuts anywhere. Each batch runs between the last signal it reads and the next one, so no signal stays unread behind a
 * batch.
 */
export const inSplits: fc.Arbitrary<Reading> = fc
  .array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 48, maxLength: 48 })
  .map((choices) => (list, _from, end) => {
    const portions: Portion[] = [];
    let count = 0;
    for (const [index, { at }] of list.entries()) {
      count += 1;
      const [cut, share] = choices[index % choices.length] ?? [false, 0];
      const next = list[index + 1]?.at ?? end;
      if (!cut || next === at) continue;
      portions.push({ count, now: Math.floor(at + share * (next - at)) });
      count = 0;
    }
    return portions;
  });

/** A backlog: batches run late and read a few rows each, so that timers must wait for the signals that are still unread. */
export const withDelay: fc.Arbitrary<Reading> = fc
  .array(fc.tuple(fc.nat(3), fc.constantFrom(0, 1, SECOND, 20 * SECOND, 5 * MINUTE)), {
    minLength: 24,
    maxLength: 24,
  })
  .map((choices) => (list, from, end) => {
    const portions: Portion[] = [];
    let read = 0;
    let now = from;
    for (const [wanted, delay] of choices) {
      const count = Math.min(wanted, list.length - read);
      read += count;
      now = Math.min(Math.max(now, list[read - 1]?.at ?? from) + delay, end);
      portions.push({ count, now });
    }
    return portions;
  });
