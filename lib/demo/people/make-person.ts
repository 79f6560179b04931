import { Random } from "../random.ts";
import { COMPANIES, COUNTRIES, FIRST_NAMES, LAST_NAMES } from "./names.ts";

/** A fictional person, the same in every installation. */
export type DemoPerson = {
  readonly userId: string;
  readonly timezone: string;
  readonly traits: Readonly<Record<string, unknown>>;
  /** Interest in the product: 0 never comes back, 1 uses it daily. */
  readonly keenness: number;
};

const SOURCES = [
  ["search", 34],
  ["friend", 22],
  ["ads", 18],
  ["newsletter", 12],
  ["podcast", 8],
  ["partner", 6],
] as const;
const ROLES = ["founder", "designer", "operations", "marketing", "engineer", "teacher", "freelancer"] as const;

export function makePerson(number: number): DemoPerson {
  const random = new Random(number);
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  const [country, timezone] = random.weighted(COUNTRIES.map((place) => [place, place[2]] as const));
  const source = random.weighted(SOURCES);
  // Some have no address, so that their timeline shows why an email was not sent.
  const address = random.chance(0.985) ? { email: addressOf(firstName, lastName, number) } : {};
  const traits = {
    name: `${firstName} ${lastName}`,
    ...address,
    plan: "free",
    role: random.pick(ROLES),
    ...(random.chance(0.7) ? { company: random.pick(COMPANIES) } : {}),
    country,
    timezone,
    source,
    provider: random.weighted([
      ["credentials", 5],
      ["google", 4],
      ["github", 1],
    ]),
  };
  const bonus = source === "friend" ? 0.15 : source === "ads" ? -0.12 : 0;
  const keenness = Math.min(1, Math.max(0, (random.next() + random.next()) / 2 + bonus));
  return { userId: `demo_${String(number).padStart(5, "0")}`, timezone, traits, keenness };
}

function addressOf(firstName: string, lastName: string, number: number): string {
  return `${firstName}.${lastName}${number % 97}@example.com`.toLowerCase();
}
