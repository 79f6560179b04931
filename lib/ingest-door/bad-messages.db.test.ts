import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flushMessageCounts } from "#runtime";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture();
});
beforeEach(async () => {
  await flushMessageCounts(door.database);
  await door.database.sql`truncate refused_messages, message_counts`;
});

type Row = { reason: string; field: string; count: number; samples: Record<string, unknown>[] };
const keptOf = async ({ database }: DoorFixture) =>
  await database.sql<Row[]>`
    select reason, field, count::int as count, samples from refused_messages order by reason, field`;
const kept = () => keptOf(door);
const summary = async () => (await kept()).map(({ reason, field, count }) => [reason, field, count]);
const namesOf = async (userId: string) => {
  const rows = await door.database.sql<{ name: string }[]>`
    select e.name from events e join identities i on i.person_id = e.person_id and i.value = ${userId}
    where e.name <> 'user.created' order by e.received_at, e.id`;
  return rows.map(({ name }) => name);
};
const propertiesOf = async (userId: string) => {
  const [row] = await door.database.sql<{ properties: unknown; timestamp: string; at: string }[]>`
    select e.properties, e.timestamp, e.received_at as at from events e
    join identities i on i.person_id = e.person_id and i.value = ${userId} where e.name <> 'user.created'`;
  return row;
};

const good = (userId: string, event = "Fine") => ({ type: "track", userId, event });
const FAULTS: [string, Record<string, unknown>, string, string][] = [
  ["an empty name", { event: "" }, "invalid", "event"],
  ["a name that is too long", { event: "e".repeat(256) }, "invalid", "event"],
  ["an id that is too long", { userId: "u".repeat(256) }, "invalid", "userId"],
  ["a messageId that is too long", { messageId: "m".repeat(256) }, "invalid", "messageId"],
  ["a blank id", { userId: " " }, "no_person", "userId"],
  ["properties that are a list", { properties: [1] }, "invalid", "properties"],
  ["an unknown kind", { type: "dance" }, "invalid", "type"],
  ["an infinite number", { properties: { total: "INFINITE" } }, "unstorable", "properties"],
];

describe("F1: a message that cannot be taken", () => {
  it.each(FAULTS)(
    "with %s is refused alone: the others of its batch are stored, and the client hears 200",
    async (...row) => {
      const [what, fault, reason, field] = row;
      const bad = { ...good("bad"), messageId: `bad ${what}`, ...fault };
      const batch = [good(`1 ${what}`), bad, good(`2 ${what}`)];
      const answer = await door.post("/v1/batch", JSON.stringify({ batch }).replace('"INFINITE"', "1e999"));
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ success: true, refused: [{ index: 1, reason }] });
      expect(answer.body.refused[0].errors[0].field).toMatch(new RegExp(`^batch\\.1\\.${field}`));
      expect(await namesOf(`1 ${what}`)).toEqual(["app.Fine"]);
      expect(await namesOf(`2 ${what}`)).toEqual(["app.Fine"]);
      expect(await summary()).toEqual([[reason, field, 1]]);
    },
  );

  it("is refused with 200 when it comes alone to a compatible door, as its client would drop it or end its process", async () => {
    const answer = await door.post("/v1/track", { userId: "u", event: 7 });
    expect(answer).toMatchObject({ status: 200, body: { success: true, refused: [{ index: 0, reason: "invalid" }] } });
    expect((await door.post("/v1/alias", { userId: "u" })).body.refused[0].errors[0].field).toBe("previousId");
    expect(await summary()).toEqual([
      ["invalid", "event", 1],
      ["no_person", "previousId", 1],
    ]);
  });

  it("is counted, with the first few as they came and without their keys, however many there are", async () => {
    // Samples are taken once an hour, so this uses a process that has taken none yet.
    const fresh = await doorFixture();
    for (let round = 0; round < 5; round++) {
      const batch = Array.from({ length: 400 }, (_, n) => ({
        type: "track",
        userId: `u${n}`,
        event: "",
        writeKey: "sk",
      }));
      await fresh.post("/v1/batch", { batch, writeKey: "sk" });
    }
    const [row, ...others] = await keptOf(fresh);
    expect(others).toEqual([]);
    expect([row?.reason, row?.field, row?.count, row?.samples.length]).toEqual(["invalid", "event", 2_000, 3]);
    expect(row?.samples[0]).toMatchObject({ path: "/v1/batch", field: "event", userId: "u0" });
    expect(row?.samples[0]?.text).toBe('{"type":"track","userId":"u0","event":""}');
  });

  it("cannot make rows or fill the disk: fields of its own count as one, and samples are cut", async () => {
    const batch = Array.from({ length: 50 }, (_, n) => `{"type":"track","userId":"u","event":"e","field ${n}":1e999}`);
    await door.post("/v1/batch", `{"batch":[${batch.join(",")}]}`);
    await door.post("/v1/track", { userId: "u", event: "", properties: { text: "😀".repeat(100_000) } });
    const rows = await kept();
    expect(rows.map(({ reason, field, count }) => [reason, field, count])).toEqual([
      ["invalid", "event", 1],
      ["unstorable", "message", 50],
    ]);
    expect(JSON.stringify(rows).length).toBeLessThan(10_000);
  });

  it("leaves the counts of all messages, so that a share can be told", async () => {
    await door.post("/v1/batch", { batch: [good("x"), good("x"), { ...good("x"), event: "" }] });
    await flushMessageCounts(door.database);
    const [row] = await door.database.sql`select count::int from message_counts`;
    expect(row?.count).toBe(3);
  });
});

describe("R47: ill-formed text", () => {
  it("is mended and noted on the compatible doors", async () => {
    const broken = {
      userId: "mended",
      event: "Ev\u0000ent",
      properties: { name: "Ann \ud83d", "k\udc00": ["x\u0000"] },
    };
    const answer = await door.post("/v1/batch", { batch: [{ type: "track", ...broken }, good("beside")] });
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
    expect(answer.body.refused).toBeUndefined();
    expect(await namesOf("mended")).toEqual(["app.Ev\ufffdent"]);
    expect((await propertiesOf("mended"))?.properties).toEqual({ name: "Ann \ufffd", "k\ufffd": ["x\ufffd"] });
    expect(await namesOf("beside")).toEqual(["app.Fine"]);
    expect(await summary()).toEqual([
      ["text_mended", "event", 1],
      ["text_mended", "properties", 3],
    ]);
  });

  it("is refused by this API's own, message by message and naming the field", async () => {
    const batch = [good("clean"), { ...good("broken"), properties: { name: "Ann \ud83d" } }];
    const answer = await door.post("/api/batch", { batch });
    expect(answer.body.data).toMatchObject({ accepted: 1, refused: 1 });
    expect(answer.body.data.results[1].errors[0].field).toBe("batch.1.properties.name");
    expect(await namesOf("clean")).toEqual(["app.Fine"]);
    expect(await namesOf("broken")).toEqual([]);
  });

  it("deeper than anything can be stored is refused, not mended, and brings nothing down", async () => {
    const deep = `${'{"a":'.repeat(2_000)}"\\u0000"${"}".repeat(2_000)}`;
    const answer = await door.post("/v1/track", `{"userId":"deep","event":"e","properties":${deep}}`);
    expect(answer).toMatchObject({ status: 200, body: { refused: [{ reason: "unstorable" }] } });
  });
});

describe("/api/batch", () => {
  const batch = [good("n1"), { type: "track", userId: "n2" }, { ...good("n3"), messageId: "n3" }];

  it("F1: answers for each message, and 200 as long as one of them is stored or was before", async () => {
    const first = await door.post("/api/batch", { batch });
    expect(first.status).toBe(200);
    expect(first.body.data).toMatchObject({
      accepted: 2,
      duplicates: 0,
      refused: 1,
      results: [{ status: "accepted" }, { status: "refused", errors: [{ field: "batch.1.event" }] }, {}],
    });
    const again = await door.post("/api/batch", { batch: batch.slice(1) });
    expect([again.status, again.body.data.duplicates, again.body.data.refused]).toEqual([200, 1, 1]);
  });

  it("F1: answers 422 with every fault when nothing can be stored", async () => {
    const answer = await door.post("/api/batch", { batch: [batch[1], { type: "dance" }, 7] });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "batch.0.event",
      "batch.1.type",
      "batch.2",
    ]);
    expect(answer.body.results).toHaveLength(3);
  });

  it("F1: is all or nothing when asked to be", async () => {
    const answer = await door.post("/api/batch?atomic=1", { batch: [good("atomic"), batch[1]] });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, "batch.1.event"]);
    expect(await namesOf("atomic")).toEqual([]);
    expect(await summary()).toEqual([["invalid", "event", 1]]);
    expect((await door.post("/api/batch?atomic=1", { batch: [good("atomic")] })).status).toBe(200);
    expect(await namesOf("atomic")).toEqual(["app.Fine"]);
  });
});

describe("F1: what the database refuses although the door let it pass", () => {
  it("is refused alone, and neither its batch nor other callers in the same moment lose anything", async () => {
    const { sql } = door.database;
    await sql`alter table events add constraint no_poison check (name <> 'app.poison') not valid`;
    try {
      const [batch, ...singles] = await Promise.all([
        door.post("/v1/batch", { batch: [good("p1"), good("p2", "poison"), good("p3")] }),
        ...Array.from({ length: 5 }, (_, n) => door.post("/api/track", { userId: `single${n}`, event: "Fine" })),
        door.post("/api/track", { userId: "p4", event: "poison" }),
      ]);
      expect(batch).toMatchObject({ status: 200, body: { refused: [{ index: 1, reason: "not_stored" }] } });
      expect(singles.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 422]);
      expect([await namesOf("p1"), await namesOf("p2"), await namesOf("p3")]).toEqual([["app.Fine"], [], ["app.Fine"]]);
      expect(await summary()).toEqual([["not_stored", "message", 2]]);
    } finally {
      await sql`alter table events drop constraint no_poison`;
    }
  });
});

describe("times", () => {
  const at = async (userId: string) => new Date((await propertiesOf(userId))?.timestamp ?? 0).toISOString();
  const age = async (userId: string) => {
    const row = await propertiesOf(userId);
    return new Date(row?.at ?? 0).getTime() - new Date(row?.timestamp ?? 0).getTime();
  };

  it("F6: are taken from Rudder's originalTimestamp, corrected by sentAt", async () => {
    await door.post("/v1/track", { ...good("r1"), originalTimestamp: "2026-11-01T00:00:00Z" });
    expect(await at("r1")).toBe("2026-11-01T00:00:00.000Z");
    const sentAt = new Date(Date.now() + 3_600_000);
    await door.post("/v1/track", { ...good("r2"), originalTimestamp: new Date(sentAt.getTime() - 60_000), sentAt });
    expect(await age("r2")).toBeGreaterThan(55_000);
    expect(await age("r2")).toBeLessThan(120_000);
    await door.post("/v1/track", {
      ...good("r3"),
      timestamp: "2026-11-02T00:00:00Z",
      originalTimestamp: "2026-11-01T00:00:00Z",
    });
    expect(await at("r3")).toBe("2026-11-02T00:00:00.000Z");
  });

  it("F10 S8: are read as seconds or milliseconds by their size, and as UTC without an offset", async () => {
    await door.post("/v1/track", { ...good("s1"), timestamp: 1_772_442_000 });
    await door.post("/api/track", { ...good("s2"), timestamp: 1_772_442_000_000 });
    await door.post("/api/track", { ...good("s3"), timestamp: "2026-03-02T09:00:00" });
    for (const who of ["s1", "s2", "s3"]) expect([who, await at(who)]).toEqual([who, "2026-03-02T09:00:00.000Z"]);
    await door.post("/v1/track", { ...good("s4"), timestamp: "1961-04-12T06:07:00Z" });
    expect(await at("s4")).toBe("1961-04-12T06:07:00.000Z");
  });

  it("R48: that cannot be read are the time of receipt and a note on the compatible doors, refused on this API's own", async () => {
    const answer = await door.post("/v1/track", { ...good("t1"), timestamp: "yesterday", sentAt: { seconds: 1 } });
    expect(answer.body).toEqual({ success: true });
    expect(Math.abs(await age("t1"))).toBeLessThan(5_000);
    expect(await summary()).toEqual([
      ["time_unreadable", "sentAt", 1],
      ["time_unreadable", "timestamp", 1],
    ]);
    const refused = await door.post("/api/track", { userId: "t2", event: "", timestamp: "yesterday" });
    expect(refused.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(["event", "timestamp"]);
  });

  it("S4: are never later than five minutes after the receipt, also after the correction by sentAt", async () => {
    await door.post("/v1/track", { ...good("f1"), timestamp: "2099-01-01T00:00:00Z" });
    await door.post("/api/track", { ...good("f2"), timestamp: "2099-01-01T00:00:00Z" });
    // A clock that is fifty years slow, and an event that is later than its `sentAt`.
    await door.post("/v1/track", { ...good("f3"), timestamp: "9999-12-31T23:00:00Z", sentAt: "1976-01-01T00:00:00Z" });
    for (const who of ["f1", "f2", "f3"]) expect([who, await age(who)]).toEqual([who, -300_000]);
    expect(await summary()).toEqual([["time_ahead", "timestamp", 3]]);
  });

  it("F12: that are empty, and empty lists in place of maps, count as absent", async () => {
    const empty = { timestamp: "", originalTimestamp: "", sentAt: "", properties: [], context: [] };
    expect((await door.post("/v1/track", { ...good("e1"), ...empty })).body).toEqual({ success: true });
    expect((await door.post("/api/track", { ...good("e2"), ...empty })).status).toBe(200);
    expect(
      (await door.post("/v1/batch", { batch: [{ ...good("e3"), ...empty }], sentAt: "", context: [] })).body,
    ).toEqual({ success: true });
    for (const who of ["e1", "e2", "e3"]) {
      expect([who, (await propertiesOf(who))?.properties]).toEqual([who, {}]);
      expect(Math.abs(await age(who))).toBeLessThan(5_000);
    }
  });
});

describe("what clients put elsewhere", () => {
  const patches = async (userId: string) => {
    const rows = await door.database.sql<{ payload: { patch?: { traits?: unknown } } }[]>`
      select n.payload from inbox n join identities i on i.person_id = n.person_id and i.value = ${userId}
      where n.kind = 'patch' order by n.received_at`;
    return rows.map(({ payload }) => payload.patch?.traits);
  };

  it("F5: the traits of an identify that stand in its context lie under its own", async () => {
    const context = { traits: { email: "a@example.com", plan: "free" } };
    await door.post("/v1/identify", { userId: "c1", context });
    await door.post("/v1/identify", { userId: "c1", traits: { plan: "pro" }, context });
    await door.post("/v1/track", { ...good("c2"), context });
    expect(await patches("c1")).toEqual([
      { email: "a@example.com", plan: "free" },
      { email: "a@example.com", plan: "pro" },
    ]);
    expect(await patches("c2")).toEqual([]);
  });

  it("F11: a page's category stays beside its name", async () => {
    await door.post("/v1/page", { userId: "p", name: "Shoes", category: "Shop", properties: { url: "/shoes" } });
    expect((await propertiesOf("p"))?.properties).toEqual({ name: "Shoes", category: "Shop", url: "/shoes" });
  });

  it("S28: an Idempotency-Key is the messageId of a single call that has none", async () => {
    const send = (body: Record<string, unknown>, key = "key-1") =>
      door.post("/api/track", { ...good("idem"), ...body }, { "idempotency-key": key });
    expect((await send({})).body.data.status).toBe("accepted");
    expect((await send({})).body.data.status).toBe("duplicate");
    expect((await send({ messageId: "own" })).body.data.status).toBe("accepted");
    expect((await send({ messageId: "own" }, "key-2")).body.data.status).toBe("duplicate");
    expect((await send({}, "with space")).status).toBe(400);
    expect(await namesOf("idem")).toHaveLength(2);
    const known = await door.post("/api/identify", { userId: "idem" }, { "idempotency-key": "key-1" });
    expect(known.body.data.status).toBe("duplicate");
  });
});
