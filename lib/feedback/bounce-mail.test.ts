import { describe, expect, it } from "vitest";
import { readBounceMail, readVerpAddress, verpAddress } from "./index.ts";

const ID = "0197a000-0000-7000-8000-0000000000aa";
const SECRET = "a secret of this installation";
const VERP = verpAddress(SECRET, "bounces@acme.example", ID);

type Parts = { to?: string; report?: string; type?: string; returned?: string; returnedType?: string };
function mail({
  to = VERP,
  report = "",
  type = "message/delivery-status",
  returned = "",
  returnedType = "message/rfc822",
}: Parts): Buffer {
  const lines = [
    "From: MAILER-DAEMON@mx.example",
    `To: ${to}`,
    "Subject: Undelivered",
    "Date: Mon, 30 Nov 2026 12:00:00 +0000",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Sorry.",
    ...(report === "" ? [] : ["--b", `Content-Type: ${type}`, "", report]),
    ...(returned === "" ? [] : ["--b", `Content-Type: ${returnedType}`, "", returned]),
    "--b--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}
const status = (fields: string) =>
  `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n${fields}`;
const read = async (given: Parts) => {
  const verdict = await readBounceMail(mail(given), SECRET);
  return verdict.ok ? verdict.reports : verdict;
};

describe("an address for bounces", () => {
  it("names its message, whatever servers do to its case, and cannot be made up", () => {
    expect(VERP.length).toBeLessThan(80);
    expect(VERP.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(readVerpAddress(SECRET, VERP.toUpperCase())).toBe(ID);
    expect(readVerpAddress("another", VERP)).toBeNull();
    expect(readVerpAddress(SECRET, VERP.replace("aa", "ab"))).toBeNull();
    expect(readVerpAddress(SECRET, "bounces@acme.example")).toBeNull();
  });
});

describe("a mail that came back", () => {
  it.each([
    ["Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n user", "hard_bounce"],
    ["Action: failed\r\nStatus: 5.1.10", "hard_bounce"],
    ["Action: failed\r\nStatus: 5.2.2 (mailbox full)", "soft_bounce"],
    ["Action: failed\r\nStatus: 5.7.1", "soft_bounce"],
    ["Action: failed\r\nStatus: 4.4.7", "soft_bounce"],
    ["Action: delayed\r\nStatus: 4.4.1", "delayed"],
    ["Action: delivered\r\nStatus: 2.0.0", "delivered"],
  ])("with %j is a %s", async (fields, kind) => {
    expect(await read({ report: status(fields) })).toMatchObject([{ kind, ref: { deliveryId: ID } }]);
  });

  it("keeps the folded words of the server", async () => {
    const report = status("Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such user");
    expect(await read({ report })).toMatchObject([
      { detail: { code: "5.1.1", reason: "smtp; 550 5.1.1 no such user" } },
    ]);
  });

  it.each(["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"])(
    "names its message by the returned %s, even without an address of its own",
    async (returnedType) => {
      const returned = `Message-ID: <${ID}.${ID}.1@acme.example>\r\nSubject: Hello\r\n\r\nHello`;
      const report = status("Action: failed\r\nStatus: 5.1.1");
      expect(await read({ to: "bounces@acme.example", report, returned, returnedType })).toMatchObject([
        { kind: "hard_bounce", ref: { messageId: `<${ID}.${ID}.1@acme.example>` } },
      ]);
    },
  );

  it.each([
    ["abuse", ["complained"]],
    ["not-spam", []],
    ["auth-failure", []],
    ["opt-out", ["unsubscribed"]],
  ])("with a complaint of the kind %s", async (type, expected) => {
    const reports = await read({ type: "message/feedback-report", report: `Feedback-Type: ${type}\r\nVersion: 1` });
    expect(Array.isArray(reports) && reports.map(({ kind }) => kind)).toEqual(expected);
  });

  it("that is an answer, or about no message of ours, says nothing", async () => {
    expect(await read({})).toEqual([]);
    const report = status("Action: failed\r\nStatus: 5.1.1");
    expect(await read({ to: "bounces@acme.example", report })).toEqual([]);
    expect(await read({ to: verpAddress("forged", "bounces@acme.example", ID), report })).toEqual([]);
  });
});
