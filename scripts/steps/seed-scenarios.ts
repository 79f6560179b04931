import type { Database } from "#db";
import { seedDemo, seedLoad } from "#demo";

export type Scenario = {
  readonly summary: string;
  readonly people: number;
  /** Fills the database; answers a sentence about what is there now. */
  readonly seed: (database: Database, people: number, progress: (done: number) => void) => Promise<string>;
};

export type Request = { readonly name: string; readonly scenario: Scenario; readonly people: number };

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  demo: {
    summary: "the Demo workspace: five journeys and 90 days of history; once in an installation's life",
    people: 2_000,
    seed: async (database, people, progress) => {
      const outcome = await seedDemo(database, { people, progress });
      if (outcome === "present") return "The Demo workspace was created before. It is created only once.";
      return outcome === "elsewhere"
        ? "Another process is creating the Demo workspace."
        : "The Demo workspace was created.";
    },
  },
  load: {
    summary: "a workspace with one journey and an entry event for each person, for an engine to process",
    people: 10_000,
    seed: async (database, people, progress) => {
      const { workspaceId } = await seedLoad(database, { people, progress });
      return `The workspace ${workspaceId} has ${people.toLocaleString("en-US")} people who start the journey.`;
    },
  },
};

/** The scenario that was asked for; otherwise what can be asked for. */
export function readRequest([name, count, ...more]: readonly string[]): Request | string {
  const scenario = name !== undefined && Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (name === undefined || scenario === undefined) return usage(name);
  const people = count === undefined ? scenario.people : Number(count);
  if (more.length > 0 || !Number.isSafeInteger(people) || people < 1)
    return `Give a number of people after the scenario: npm run seed -- ${name} ${scenario.people}`;
  return { name, scenario, people };
}

function usage(name: string | undefined): string {
  const lines = Object.entries(SCENARIOS).map(([known, { summary }]) => `  ${known.padEnd(6)} ${summary}`);
  const head = name === undefined ? "Give a scenario" : `There is no scenario “${name}”`;
  return [`${head}: npm run seed -- <scenario> [people]`, ...lines].join("\n");
}
