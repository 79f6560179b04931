import type { AdvanceInput, AdvanceResult, HistoryRow, Hop, PersonChange } from "#engine";

const time = (at: number): string => new Date(at).toISOString();
const value = (of: unknown): string => (of === undefined ? "nothing" : JSON.stringify(of));

/** What would come of an input, line by line, in the order in which it happens. */
export function describeOutcome(input: AdvanceInput, outcome: AdvanceResult): string[] {
  const { person, signals, enrollments, now } = input;
  return [
    `Person ${person.externalId ?? person.anonymousId ?? person.id} at ${time(now)}`,
    `${count(signals.length, "signal")} and ${count(enrollments.length, "running enrollment")} read`,
    ...section("Hops", hops(input, outcome)),
    ...section("Changes of the person", outcome.changes.flatMap(changes)),
    ...section("Deliveries", deliveries(input, outcome)),
    ...section(
      "Events made",
      outcome.emitted.map((event) => `${time(event.timestamp)}  ${event.name}`),
    ),
    ...section("Not enrolled", nearMisses(input, outcome)),
    ...section("Afterwards", standing(input, outcome)),
    "",
    "Nothing was written.",
  ];
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

const section = (title: string, lines: readonly string[]): string[] => [
  "",
  title,
  ...(lines.length > 0 ? lines : ["none"]).map((line) => `  ${line}`),
];

function hops(input: AdvanceInput, { history }: AdvanceResult): string[] {
  return history.flatMap((row) => [
    `${journeyName(input, row.journeyId)}, enrollment ${row.enrollmentId}, by ${row.signalKind}:`,
    ...row.hops.map((hop) => `  ${hopLine(input, row, hop)}`),
  ]);
}

function hopLine(input: AdvanceInput, { versionId }: HistoryRow, { from, to, at, cause, receipt }: Hop): string {
  const way = `${from === null ? "entry" : nodeName(input, versionId, from)} → ${to === null ? "end" : nodeName(input, versionId, to)}`;
  const seen = Object.keys(receipt).length > 0 ? `  ${JSON.stringify(receipt)}` : "";
  return `${time(at)}  ${way}  (${cause})${seen}`;
}

function changes({ at, source, patch, before }: PersonChange): string[] {
  const { traits, ...rest } = patch;
  const old = before.traits;
  const had = (name: string) =>
    (typeof old === "object" && old !== null ? Object.entries(old) : []).find(([key]) => key === name)?.[1];
  return [
    ...Object.entries(traits ?? {}).map(([name, now]) => `traits.${name}: ${value(had(name))} → ${value(now)}`),
    ...Object.entries(rest).map(([name, now]) => `${name}: ${value(now)}`),
  ].map((line) => `${time(at)}  ${line}  (${source})`);
}

function deliveries(input: AdvanceInput, { deliveries: queued, cancelled }: AdvanceResult): string[] {
  return [
    ...queued.map(({ contentType, contentId, journeyId, versionId, nodeId, releasedAt }) => {
      const when = releasedAt === null ? "set aside by a pause" : `to be sent at ${time(releasedAt)}`;
      return `${contentType} “${contentId}” of ${nodeName(input, versionId, nodeId)} in ${journeyName(input, journeyId)}, ${when}`;
    }),
    ...cancelled.map((id) => `those of enrollment ${id} that no sender has claimed are cancelled`),
  ];
}

const nearMisses = (input: AdvanceInput, { nearMisses: missed }: AdvanceResult): string[] =>
  missed.map(({ journeyId, reason, at }) => `${time(at)}  ${journeyName(input, journeyId)}: ${reason}`);

function standing(input: AdvanceInput, { enrollments, ended }: AdvanceResult): string[] {
  const ends = new Set(ended.map(({ id }) => id));
  return [
    ...enrollments
      .filter(({ enrollmentId }) => !ends.has(enrollmentId))
      .map(({ journeyId, versionId, nodeId, wakeAt }) => {
        const until = wakeAt === null ? "with nothing timed" : `until ${time(wakeAt)} at the latest`;
        return `is at ${nodeName(input, versionId, nodeId)} in ${journeyName(input, journeyId)}, ${until}`;
      }),
    ...ended.map(({ id, status, exitReason }) => `enrollment ${id} is ${status} (${exitReason})`),
  ];
}

const nodeName = ({ snapshot }: AdvanceInput, versionId: string, nodeId: string): string =>
  `“${snapshot.programs.get(versionId)?.states[nodeId]?.name ?? nodeId}”`;

const journeyName = ({ snapshot }: AdvanceInput, id: string): string => {
  const journey = snapshot.journeys.get(id);
  return `journey ${journey?.key ?? id}`;
};
