import { newId } from "#db";
import type { Context } from "#services";
import { exportResponses } from "#services/surveys";
import { schema } from "#store";
import { DAY_MS } from "#times";
import { machine, openGround, percentile, show } from "./ground.ts";

/**
 * The answers of a survey as CSV, part after part as the page of results and the API take them: `node bench/export-answers.ts
 * [answers]`, a million unless given, of a fifth as many people. Ends with 1 if a line is missing or twice, or if a late part
 * takes more than three times as long as an early one: then each part would read what came before it.
 */
const ANSWERS = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = Math.ceil(ANSWERS / 5);
const MOST_RATIO = 3;

const ground = await openGround();
const { database, workspaceId } = ground;
const surveyId = newId();
const questions = [
  { id: "score", type: "nps", title: "How likely?", low: "Not", high: "Very" },
  { id: "why", type: "text", title: "Why?", optional: true },
];
await database.orm.insert(schema.content).values({
  ...{ id: surveyId, workspaceId, slug: "survey", type: "survey", name: "Survey", body: { questions }, revision: 1 },
});
/** A uuid whose last six bits are the shard `number % 64`. */
const id = (salt: string, number: string) =>
  `(substr(md5('${salt}' || ${number}), 1, 30) || lpad(to_hex((${number}) % 64), 2, '0'))::uuid`;
const began = performance.now();
await database.sql.unsafe(`
  insert into people (shard, id, workspace_id, external_id, traits, created_at, last_seen_at)
  select number % 64, ${id("p", "number")}, '${workspaceId}', 'user-' || number,
    jsonb_build_object('email', 'user' || number || '@mail.example'), now(), now()
  from generate_series(0, ${PEOPLE - 1}) made (number)`);
await database.sql.unsafe(`
  insert into survey_responses (shard, id, workspace_id, survey_id, revision, person_id, source, answers, asked, score,
    started_at, updated_at, completed_at)
  select person % 64, ${id("r", "number * 64 + person % 64")}, '${workspaceId}', '${surveyId}', 1, ${id("p", "person")}, 'page',
    json_build_object('score', json_build_object('value', number % 11, 'at', 0),
      'why', json_build_object('value', 'It is "good", ' || number || ' times;' || chr(10) || 'mostly', 'at', 0)),
    '["score","why"]', number % 11, at, at, at
  from (
    select number, number % ${PEOPLE} as person, now() - interval '20 days' * (${ANSWERS} - number) / ${ANSWERS} as at
    from generate_series(0, ${ANSWERS - 1}) made (number)
  ) answered`);
await database.sql.unsafe("vacuum analyze");
console.log(
  `${show(ANSWERS)} answers of ${show(PEOPLE)} people, filled in ${show((performance.now() - began) / 1_000)} s`,
);

const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "bench", role: "owner" } };
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const range = { from: day(Date.now() - 30 * DAY_MS), to: day(Date.now() + DAY_MS) };
const seen = new Set<string>();
const times: number[] = [];
let [bytes, most] = [0, 0];
const before = process.memoryUsage().rss;
const start = performance.now();
for (let after: string | null = ""; after !== null; ) {
  const asked = performance.now();
  const { csv, next }: { csv: string; next: string | null } = await exportResponses(ctx, surveyId, {
    ...range,
    ...(after === "" ? {} : { after }),
  });
  times.push(performance.now() - asked);
  bytes += csv.length;
  most = Math.max(most, process.memoryUsage().rss - before);
  for (const [, line] of csv.matchAll(/^"?([0-9a-f]{8}-[0-9a-f-]{27})"?,/gm)) seen.add(line ?? "");
  after = next;
}
const seconds = (performance.now() - start) / 1_000;
const tenth = Math.max(1, Math.floor(times.length / 10));
const [early, late] = [times.slice(0, tenth), times.slice(-tenth - 1, -1)].map((some) => percentile(some, 0.5));
console.log(
  `export-answers: ${show(seen.size)} answers in ${seconds.toFixed(1)} s, ${show(bytes / 1e6)} MB in ${times.length} parts; a part p50 ` +
    `${show(percentile(times, 0.5))} ms, p95 ${show(percentile(times, 0.95))}, early ${show(early ?? 0)}, late ${show(late ?? 0)}; ` +
    `memory + ${show(most / 1e6)} MB, most of it what the bench remembers`,
);
console.log(machine());
await ground.close();
if (seen.size !== ANSWERS || (late ?? 0) > MOST_RATIO * (early ?? 0)) process.exitCode = 1;
