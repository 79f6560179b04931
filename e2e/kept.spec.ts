import { connect, type Database } from "#db";
import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

const LONG = `long ${"word".repeat(60)}`;

/** Has the database refuse rows in which a word stands, as it does what is too long, no text, or no date; answers how to stop it. */
async function refuse({ sql }: Database, table: string, column: string, word: string): Promise<() => Promise<unknown>> {
  await sql.unsafe(`
    create function refuse_${table}() returns trigger language plpgsql as $$
    begin
      if new.${column}::text like '%${word}%' then raise exception 'no room for ${word}' using errcode = '22P05'; end if;
      return new;
    end $$;
    create trigger refuse before insert on ${table} for each row execute function refuse_${table}()`);
  return () => sql.unsafe(`drop trigger refuse on ${table}; drop function refuse_${table}()`);
}

test("S2: signals that are kept are shown with their reason, replayed and discarded, in the light, in the dark and on a phone", async ({
  signedInPage: page,
  api,
  server,
}) => {
  await page.goto("/events?tab=kept");
  await expect(page.getByRole("heading", { name: "No failed signals" })).toBeVisible();
  await settled(page);
  await checkPage(page, "the empty list");
  const triggerConfig = { eventName: "bought" };
  const journey = await drawJourney(
    api,
    "Keepers",
    [
      { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig } },
      { type: "EXIT", name: "end" },
    ],
    [["start", "end"]],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  const trait = async (userId: string) =>
    (await api.get<{ data: { traits: Record<string, unknown> }[] }>(`/api/people?externalId=${userId}`)).data[0]
      ?.traits;
  const enrolled = async () =>
    (await api.get<{ data: unknown[] }>(`/api/journeys/${journey.id}/enrollments`)).data.length;

  const database = connect(server.databaseUrl(), { max: 1 });
  try {
    const restore = [
      await refuse(database, "enrollments", "trigger", "elephant"),
      await refuse(database, "person_changes", "patch", LONG),
    ];
    await api.post("/api/identify", { userId: "kept-2", traits: { note: LONG } });
    await api.post("/api/track", { userId: "kept-1", event: "bought", properties: { what: "elephant" } });
    const kept = () => api.get<{ meta: { total: number } }>("/api/signals/rejected?limit=25");
    await expect.poll(async () => (await kept()).meta.total, { timeout: 20_000 }).toBe(2);
    for (const stop of restore) await stop();
  } finally {
    await database.close();
  }
  await page.reload();
  await page.getByText("no room for elephant").click();
  await expect(page.getByText('"what": "elephant"').first()).toBeVisible();
  await checkLooks(page, "kept");
  expect([await enrolled(), await trait("kept-2")]).toEqual([0, {}]);

  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await expect(page.getByText("no room for elephant")).toBeHidden();
  await expect.poll(enrolled).toBe(1);
  await page.getByText("Change to a person").click();
  await page.getByRole("button", { name: "Discard…" }).click();
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No failed signals" })).toBeVisible();
  expect(await trait("kept-2")).toEqual({});
});
