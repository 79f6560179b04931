import { CONSENT_CHANNELS, isConsentChannel, SUPPRESSION_REASONS } from "#consent";
import { type CsvRow, csvSlices } from "#csv";
import { audit, type Context, inTurns, invalidField, requireRole } from "#services";
import { lookUpPeople } from "#services/people";
import { setPreferences } from "#store/preferences";
import { type SubscriptionChange, setSubscriptions } from "#store/subscriptions";
import { type NewSuppression, recordSuppressions } from "#store/suppressions";
import { readTopics } from "#store/topics";
import { textFault } from "#values";
import { sayList } from "#words";
import { addressFault } from "./change-suppressions.ts";
import { topicNamed } from "./names.ts";
import type { ConsentImport, ConsentImportInput } from "./schema.ts";

const MOST_ROWS = 100_000;
const AT_ONCE = 1_000;
const NAMED = 1_000;

/** The columns of each list; the export writes the same. */
export const CONSENT_COLUMNS = {
  suppressions: ["channel", "address", "reason", "detail", "at", "until"],
  subscriptions: ["userId", "anonymousId", "personId", "topic", "channel", "state", "at"],
  tracking: ["userId", "anonymousId", "personId", "opens", "clicks"],
} as const;

const NEEDED = {
  suppressions: ["channel", "address"],
  subscriptions: ["state"],
  tracking: [],
} as const;

/** A row that is not stored, and why. */
class Refusal extends Error {}

type Cells = Readonly<Record<string, string>>;
type Row = { readonly line: number; readonly cells: Cells };
type Refused = { readonly line: number; readonly message: string };

/** Stores the rows of a list that can be read; the others are refused with their line. The same list again changes nothing. */
export async function importConsent(ctx: Context, { kind, csv }: ConsentImportInput): Promise<ConsentImport> {
  requireRole(ctx, "editor");
  const { rows: lines, fault } = await inTurns(csvSlices(csv));
  if (fault) throw invalidField(["csv"], `Line ${fault.line}: ${fault.message}`);
  const [head, ...body] = lines;
  if (head === undefined || body.length === 0) throw invalidField(["csv"], "The list has no rows below its first line");
  if (body.length > MOST_ROWS) throw invalidField(["csv"], `A list may have ${MOST_ROWS} rows`);
  const columns = columnsOf(kind, head.cells);
  const rows = body.map((row) => named(row, columns));
  const refused: Refused[] = [];
  let stored = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE)
    stored += await STORE[kind](ctx, rows.slice(from, from + AT_ONCE), refused);
  await audit(ctx.database.orm, ctx, "consent.import", ctx.workspaceId, { kind, stored, refused: refused.length });
  const good = rows.length - refused.length;
  return {
    rows: rows.length,
    ...{ stored, unchanged: good - stored, refused: refused.length },
    refusedRows: refused.slice(0, NAMED),
  };
}

const spelled = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, "");

function columnsOf(kind: ConsentImportInput["kind"], cells: readonly string[]): (string | null)[] {
  const known: readonly string[] = CONSENT_COLUMNS[kind];
  const columns = cells.map((cell) => known.find((name) => spelled(name) === spelled(cell)) ?? null);
  const missing = NEEDED[kind].filter((name) => !columns.includes(name));
  const isNameless = kind !== "suppressions" && !columns.some((name) => name !== null && /Id$/.test(name));
  if (missing.length > 0 || isNameless)
    throw invalidField(
      ["csv"],
      `The first line has to name ${isNameless ? "userId, anonymousId or personId" : missing.join(" and ")}; known columns: ${known.join(", ")}`,
    );
  return columns;
}

const named = ({ line, cells }: CsvRow, columns: readonly (string | null)[]): Row => ({
  line,
  cells: Object.fromEntries(
    columns.flatMap((name, place) => (name === null ? [] : [[name, (cells[place] ?? "").trim()]])),
  ),
});

/** The rows that can be read; those that cannot are noted. */
function readable<One>(rows: readonly Row[], refused: Refused[], read: (row: Row, place: number) => One): One[] {
  return rows.flatMap((row, place) => {
    try {
      for (const cell of Object.values(row.cells)) if (textFault(cell)) throw new Refusal(`A cell ${textFault(cell)}.`);
      return [read(row, place)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ line: row.line, message: error.message });
      return [];
    }
  });
}

type Store = (ctx: Context, rows: readonly Row[], refused: Refused[]) => Promise<number>;

const STORE: Readonly<Record<ConsentImportInput["kind"], Store>> = {
  suppressions: async ({ database, workspaceId }, rows, refused) => {
    const entries = readable(rows, refused, ({ cells }): NewSuppression => {
      const channel = channelOf(cells.channel ?? "");
      const fault = addressFault(channel, cells.address ?? "");
      if (fault !== null) throw new Refusal(`The address ${fault}.`);
      const reason = SUPPRESSION_REASONS.find((one) => one === (cells.reason || "manual"));
      if (reason === undefined) throw new Refusal(`There is no reason “${cells.reason}”.`);
      return {
        ...{
          workspaceId,
          channel,
          address: cells.address ?? "",
          reason,
          source: "import",
          detail: cells.detail || null,
        },
        ...(cells.at ? { at: momentOf(cells.at) } : {}),
        decaysAt: cells.until ? momentOf(cells.until) : null,
      };
    });
    return await recordSuppressions(database.sql, entries);
  },

  subscriptions: async (ctx, rows, refused) => {
    const people = await peopleOf(ctx, rows);
    const topics = await readTopics(ctx.database.sql, [ctx.workspaceId]);
    const changes = readable(rows, refused, ({ cells }, place): SubscriptionChange => {
      const state = (["subscribed", "unsubscribed"] as const).find((one) => one === cells.state);
      if (state === undefined)
        throw new Refusal(`The state is “${cells.state}”, and may be subscribed or unsubscribed.`);
      const topic = isAny(cells.topic) ? "*" : topicNamed(topics, cells.topic ?? "")?.id;
      if (topic === undefined) throw new Refusal(`There is no topic “${cells.topic}”.`);
      const channel = isAny(cells.channel) ? "*" : channelOf(cells.channel ?? "");
      const at = cells.at ? { at: momentOf(cells.at) } : {};
      return {
        workspaceId: ctx.workspaceId,
        personId: known(people[place]),
        topic,
        channel,
        state,
        source: "import",
        ...at,
      };
    });
    if (changes.length === 0) return 0;
    return (await ctx.database.sql.begin((sql) => setSubscriptions(sql, changes))).length;
  },

  tracking: async (ctx, rows, refused) => {
    const people = await peopleOf(ctx, rows);
    const answers = readable(rows, refused, ({ cells }, place) => ({
      personId: known(people[place]),
      answers: {
        ...(cells.opens ? { trackOpens: answerOf(cells.opens) } : {}),
        ...(cells.clicks ? { trackClicks: answerOf(cells.clicks) } : {}),
      },
    }));
    return await ctx.database.sql.begin(async (sql) => {
      let stored = 0;
      for (const one of answers)
        if (await setPreferences(sql, { workspaceId: ctx.workspaceId, ...one, source: "import" })) stored++;
      return stored;
    });
  },
};

const isAny = (cell: string | undefined): boolean => cell === undefined || cell === "" || cell === "*";

function channelOf(cell: string) {
  if (!isConsentChannel(cell))
    throw new Refusal(`There is no channel “${cell}”; there are ${sayList(CONSENT_CHANNELS)}.`);
  return cell;
}

function momentOf(cell: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}/.test(cell) ? new Date(cell) : null;
  if (at === null || Number.isNaN(at.getTime()))
    throw new Refusal(`“${cell}” is no date such as 2026-05-31T09:00:00Z.`);
  return at;
}

function answerOf(cell: string): boolean {
  if (/^(true|yes|1)$/i.test(cell)) return true;
  if (/^(false|no|0)$/i.test(cell)) return false;
  throw new Refusal(`“${cell}” is neither yes nor no.`);
}

function known(personId: string | null | undefined): string {
  if (!personId) throw new Refusal("There is no such person.");
  return personId;
}

async function peopleOf(ctx: Context, rows: readonly Row[]): Promise<(string | null)[]> {
  return await lookUpPeople(
    ctx,
    rows.map(({ cells }) => ({
      ...(cells.personId ? { personId: cells.personId } : {}),
      ...(cells.userId ? { userId: cells.userId } : {}),
      ...(cells.anonymousId ? { anonymousId: cells.anonymousId } : {}),
    })),
  );
}
