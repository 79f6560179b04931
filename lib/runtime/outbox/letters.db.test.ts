import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  fixture = await outboxFixture(database, server.url);
});

const letter = (subject: string) => ({
  subject,
  html: `<a href="https://x.example/?a=1#top">${subject}</a>`,
  text: "",
});

async function design(mail: object): Promise<void> {
  const compiled = { main: letter("Hello"), languages: { de: letter("Hallo"), fr: letter("Salut") } };
  await database.sql`
    update content set mail = ${JSON.stringify({ language: "en", ...mail })}::jsonb, compiled = ${JSON.stringify(compiled)}::jsonb
    where id = ${fixture.contentId}`;
}

async function sent(traits: object) {
  const row = await fixture.queue({ traits: { email: "ada@example.com", ...traits } });
  await runOutbox(fixture.runtime);
  const delivery = await fixture.delivery(row.id);
  return { delivery, mail: server.mails.find(({ messageId }) => messageId.includes(row.idempotencyKey)) };
}

describe("an email in several languages", () => {
  it("goes to each person in theirs, else in the next of the chain, else as it was written", async () => {
    await design({});
    await database.sql`update workspaces set settings = '{"languages": ["fr"]}' where id = ${fixture.workspaceId}`;
    const subjects = [];
    for (const traits of [{ language: "de_AT" }, { language: "en-GB" }, { locale: "fr" }, { language: "es" }, {}])
      subjects.push((await sent(traits)).delivery.subject);
    expect(subjects).toEqual(["Hallo", "Hello", "Salut", "Salut", "Salut"]);
  });
});

describe("what stands around an email", () => {
  it("has the sender's name, Reply-To, copies and link parameters of its content, for the person, at each attempt", async () => {
    await design({
      fromName: "{{ traits.rep }} of Acme, Inc.",
      replyTo: "{{ traits.rep | downcase }}@acme.example",
      cc: ["boss@acme.example", "{{ traits.none }}"],
      utm: { source: "mail", campaign: "{{ traits.rep }}" },
    });
    const { delivery, mail } = await sent({ rep: "Ada" });
    expect(mail).toMatchObject({
      fromName: "Ada of Acme, Inc.",
      replyTo: "ada@acme.example",
      cc: ["boss@acme.example"],
      html: expect.stringContaining("https://x.example/?a=1&amp;utm_source=mail&amp;utm_campaign=Ada#top"),
    });
    await database.sql`
      update deliveries set status = 'sending', next_attempt_at = ${fixture.clock.at.toISOString()} where id = ${delivery.id}`;
    await runOutbox(fixture.runtime);
    const twice = server.mails.filter(({ messageId }) => messageId === mail?.messageId);
    expect(twice.map(({ replyTo, cc }) => [replyTo, cc])).toEqual([
      ["ada@acme.example", ["boss@acme.example"]],
      ["ada@acme.example", ["boss@acme.example"]],
    ]);
  });

  it("is sent without a Reply-To that is no address, with a note", async () => {
    await design({ replyTo: "nobody" });
    const { delivery, mail } = await sent({});
    expect(mail?.replyTo).toBe("");
    expect(delivery.rendered.notes).toEqual([expect.stringContaining("“nobody” is no email address")]);
  });
});
