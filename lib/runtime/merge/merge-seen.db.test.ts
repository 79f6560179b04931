import { expect, test } from "vitest";
import { newId } from "#db";
import { noteEnded, noteShown, readSeen } from "#store/content-seen";
import { putDevice, readDevices } from "#store/devices";
import { HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

test("R39 what both of them saw is one, with the wider dismissal, and devices go along", async () => {
  const stage = await RuntimeHarness.open();
  const [visitor] = await stage.give({ anonymousId: "visitor", type: "track", event: "looked" });
  const [known] = await stage.give({ userId: "ada", type: "identify" });
  await stage.settle();
  const { sql } = stage.database;
  const { workspaceId } = stage;
  const seen = { workspaceId, contentId: newId(), type: "banner" };
  const [from, into] = [visitor?.personId ?? "", known?.personId ?? ""];
  await sql.begin(async (tx) => {
    for (const personId of [from, into]) await noteShown(tx, { ...seen, personId });
    await noteEnded(tx, { ...seen, personId: from }, { how: "dismissed", scope: "all", forMs: null });
    await noteEnded(tx, { ...seen, personId: into }, { how: "dismissed", scope: "item", forMs: HOUR });
    await putDevice(tx, { workspaceId, personId: from, token: "phone", platform: "ios", most: 5 });
  });
  await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
  await stage.settle();
  expect(await readSeen(sql, from)).toEqual([]);
  expect(await readSeen(sql, into)).toMatchObject([{ shown: 2, dismissedScope: "all", dismissedUntil: null }]);
  expect((await readDevices(sql, workspaceId, into)).map(({ token }) => token)).toEqual(["phone"]);
});
