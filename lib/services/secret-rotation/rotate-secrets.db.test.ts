import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "#config";
import { closeDatabase, type Database, newId, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import { readSignedId, readWith, seal, secretFor, secretsFor, signedId, unseal } from "#signatures";
import { schema } from "#store";
import { readInstallationSecret } from "#store/installation";
import { testWorkspace } from "#store/testing";
import { rotateSecrets } from "./index.ts";

const [FORMER, PRESENT, LOST] = ["former", "present", "lost"].map(
  (word) => `${word} secret of thirty-two characters and more`,
);

let database: Database;
beforeAll(async () => {
  database = openDatabase((await testDatabase()).url);
});
afterAll(async () => {
  Object.assign(config(), { secret: null, oldSecrets: [] });
  await closeDatabase();
});

test("what a former secret sealed is read, sealed again, and needs it no more; what nobody opens is named", async () => {
  const stored = await readInstallationSecret(database.sql);
  const { siteId } = await testWorkspace(database);
  const users = Array.from({ length: 3 }, () => newId());
  const secrets = [stored, FORMER ?? "", LOST ?? ""];
  for (const [at, id] of users.entries()) {
    await database.orm.insert(schema.users).values({ id, email: `${id}@example.com`, name: "x" });
    const sealed = seal(secretFor(secrets[at] ?? "", "factors"), `secret ${at}`);
    await database.orm.insert(schema.totpSecrets).values({ userId: id, secret: sealed });
  }
  const proof = seal(secretFor(FORMER ?? "", "users"), "proof");
  await database.sql`update sites set proof_secret = ${proof} where id = ${siteId}`;
  Object.assign(config(), { secret: PRESENT, oldSecrets: [FORMER, "database"] });

  const places = Object.fromEntries((await rotateSecrets(database)).map(({ place, ...found }) => [place, found]));
  expect(places["totp_secrets.secret"]).toEqual({ current: 0, resealed: 2, unreadable: [users[2]] });
  expect(places["sites.proof_secret"]).toMatchObject({ resealed: 1, unreadable: [] });
  const rows = await database.sql<{ id: string; secret: string }[]>`select user_id as id, secret from totp_secrets`;
  const opened = users.map((id) =>
    unseal(secretFor(PRESENT ?? "", "factors"), rows.find((row) => row.id === id)?.secret ?? ""),
  );
  expect(opened).toEqual(["secret 0", "secret 1", null]);
  const again = (await rotateSecrets(database)).find(({ place }) => place === "totp_secrets.secret");
  expect(again).toMatchObject({ current: 2, resealed: 0, unreadable: [users[2]] });
});

test("a link that a former secret signed is read, and new ones are signed by the present one", () => {
  const ring = `${PRESENT}\0${FORMER}`;
  const id = newId();
  const old = signedId(secretFor(FORMER ?? "", "previews"), "link", id);
  expect(readWith(secretsFor(ring, "previews"), (secret) => readSignedId(secret, "link", old))).toBe(id);
  expect(signedId(secretFor(ring, "previews"), "link", id)).toBe(
    signedId(secretFor(PRESENT ?? "", "previews"), "link", id),
  );
  expect(readWith(secretsFor(PRESENT ?? "", "previews"), (secret) => readSignedId(secret, "link", old))).toBeNull();
});
