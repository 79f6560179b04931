import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { answerOf } from "#sdk/node";
import { readObject } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { CliError, EXIT, usage } from "../../exit-codes.ts";
import { readMessages } from "../../people/read-messages.ts";
import type { Register } from "../../register.ts";

type Flags = {
  readonly properties?: string;
  readonly anonymous?: boolean;
  readonly timestamp?: string;
  readonly messageId?: string;
  readonly file?: string;
};

const BATCH = 100;

export const send: Register = (command, bind) => {
  command
    .argument("[person]", "The person's id in your application")
    .argument("[event]", "The event: completed_onboarding is app.completed_onboarding, user.login stays")
    .option("--properties <json>", 'Its properties: {"plan": "pro"}')
    .option("--anonymous", "The id is of a visitor")
    .option("--timestamp <time>", "When it happened (ISO 8601); now by default")
    .option("--message-id <id>", "Messages with the same id are stored once")
    .option("--file <path>", "Messages as JSON, one a line, instead; - is stdin")
    .action(bind(sendEvents));
};

async function sendEvents(
  cli: Cli,
  person: string | undefined,
  event: string | undefined,
  flags: Flags,
): Promise<void> {
  if (flags.file !== undefined) {
    if (person !== undefined) throw usage("Give a person and an event, or --file.");
    return sendFile(cli, flags.file);
  }
  if (!person || !event) throw usage("Give a person and an event, or --file.");
  const { properties, timestamp, messageId } = flags;
  const body = {
    ...(flags.anonymous ? { anonymousId: person } : { userId: person }),
    event,
    ...(properties === undefined ? {} : { properties: readObject("--properties", properties) }),
    ...(timestamp === undefined ? {} : { timestamp }),
    ...(messageId === undefined ? {} : { messageId }),
  };
  if (cli.isPlan) return cli.output.data({ plan: "send", message: body }, `Would send ${event} of ${person}.\n`);
  const { data } = answerOf(await cli.server.api.POST("/api/track", { body }));
  const isNew = data.status === "accepted";
  cli.output.data(data, "");
  cli.output.say(isNew ? `Stored ${event} of ${person}.` : "A message with this id is stored already.");
}

/** Sends batches in order; the messages that the server refuses are reported by their lines. */
async function sendFile(cli: Cli, file: string): Promise<void> {
  const text = file === "-" ? await cli.terminal.readStdin() : await readFile(resolve(cli.terminal.cwd, file), "utf8");
  const messages = readMessages(text);
  if (cli.isPlan)
    return cli.output.data({ plan: "send", messages: messages.length }, `Would send ${messages.length} messages.\n`);
  const counts = { accepted: 0, duplicates: 0, refused: 0 };
  const findings: { pointer: string; message: string }[] = [];
  for (let start = 0; start < messages.length; start += BATCH) {
    const slice = messages.slice(start, start + BATCH);
    const { data } = await sendSlice(
      cli,
      slice.map(({ message }) => message),
    );
    counts.accepted += data.accepted;
    counts.duplicates += data.duplicates;
    counts.refused += data.refused;
    for (const [at, result] of data.results.entries())
      for (const error of result.errors ?? [])
        findings.push({ pointer: `line ${slice[at]?.line}`, message: error.message });
  }
  cli.output.data(
    counts,
    `accepted\t${counts.accepted}\nduplicates\t${counts.duplicates}\nrefused\t${counts.refused}\n`,
  );
  if (counts.refused === 0) return;
  throw new CliError(EXIT.validation, `The server refused ${counts.refused} of ${messages.length} messages.`, {
    findings,
  });
}

type Messages = Parameters<typeof answerBatch>[1];

const sendSlice = (cli: Cli, batch: readonly Record<string, unknown>[]) => answerBatch(cli, batch as Messages);

async function answerBatch({ server }: Cli, batch: { type: "track" | "identify"; [name: string]: unknown }[]) {
  const { data, error, response } = await server.api.POST("/api/batch", { body: { batch } });
  // When every message is refused, the refusal has the results beside its problem.
  const refused = error as Partial<NonNullable<typeof data>["data"]> | undefined;
  if (!data && refused?.results) return { data: refused as NonNullable<typeof data>["data"] };
  return answerOf({ data, error, response } as { data: NonNullable<typeof data>; response: Response });
}
