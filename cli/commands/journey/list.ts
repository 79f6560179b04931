import { answerOf, type Journey } from "#sdk/node";
import { readChoice, readCount } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { apiStatus, STATUSES, statusOf } from "../../journeys/status.ts";
import type { Register } from "../../register.ts";

export const JOURNEY_HEADING = ["ID", "NAME", "STATUS", "ENROLLED", "ACTIVE"] as const;
const PAGE = 100;

/** A journey in lists: a line, and the same for programs. */
export const journeyRow = (journey: Journey): readonly string[] => [
  journey.shortId,
  journey.name,
  statusOf(journey),
  String(journey._count.enrollments),
  String(journey._count.active),
];

export const listedJourney = (journey: Journey) => ({
  id: journey.shortId,
  key: journey.key,
  number: journey.number,
  name: journey.name,
  status: statusOf(journey),
  stats: { enrolled: journey._count.enrollments, active: journey._count.active },
  createdAt: journey.createdAt,
  updatedAt: journey.updatedAt,
});

export const list: Register = (command, bind) => {
  command
    .option("--status <status>", `Only those that are ${STATUSES.join(", ")}`)
    .option("--search <text>", "Only those whose name contains this")
    .option("--limit <count>", "At most so many", "100")
    .action(bind(listJourneys));
};

type Flags = { readonly status?: string; readonly search?: string; readonly limit: string };

async function listJourneys(cli: Cli, { status, search, limit }: Flags): Promise<void> {
  const most = readCount("--limit", limit, 10_000);
  const wanted = status === undefined ? {} : { status: apiStatus(readChoice("--status", status, STATUSES)) };
  const found: Journey[] = [];
  for (let page = 1; found.length < most; page++) {
    const query = { ...wanted, ...(search === undefined ? {} : { search }), page, limit: PAGE };
    const { data, meta } = answerOf(await cli.server.api.GET("/api/journeys", { params: { query } }));
    found.push(...data);
    if (page >= meta.totalPages) break;
  }
  const shown = found.slice(0, most);
  cli.output.table(shown.map(listedJourney), { heading: JOURNEY_HEADING, rows: shown.map(journeyRow) });
  if (found.length > most) cli.output.say(`There are more than ${most}: use --limit.`);
  if (found.length === 0)
    cli.output.say(status ? `No journey is ${status}.` : "There are no journeys yet: `sojourn journey create`.");
}
