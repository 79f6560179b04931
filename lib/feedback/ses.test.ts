import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSnsAddress, readSes, readSns } from "./index.ts";

const ID = "0197a000-0000-7000-8000-0000000000aa";

describe("Amazon SES", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const URL_OK = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem";
  const envelope = (message: object, changes: Record<string, string> = {}, version = "2") => {
    const fields: Record<string, string> = {
      Message: JSON.stringify(message),
      MessageId: "m1",
      Timestamp: "2026-11-30T12:00:00.000Z",
      TopicArn: "arn:aws:sns:eu-west-1:123456789012:mail",
      Type: "Notification",
    };
    const text = ["Message", "MessageId", "Timestamp", "TopicArn", "Type"]
      .map((name) => `${name}\n${fields[name]}\n`)
      .join("");
    const Signature = sign(version === "1" ? "sha1" : "sha256", Buffer.from(text), privateKey).toString("base64");
    return Buffer.from(
      JSON.stringify({ ...fields, SignatureVersion: version, Signature, SigningCertURL: URL_OK, ...changes }),
    );
  };
  const read = (body: Buffer) => readSns(body, async () => pem);

  it("is believed by Amazon’s signature, of both versions, and only with a certificate from Amazon", async () => {
    for (const version of ["1", "2"])
      expect(await read(envelope({ a: 1 }, {}, version))).toMatchObject({ ok: true, message: { message: '{"a":1}' } });
    expect((await read(envelope({ a: 1 }, { Message: "{}" }))).ok).toBe(false);
    expect((await read(envelope({ a: 1 }, { SignatureVersion: "3" }))).ok).toBe(false);
    for (const SigningCertURL of [
      "https://sns.eu-west-1.amazonaws.com.evil.example/x.pem",
      "http://sns.eu-west-1.amazonaws.com/x.pem",
      "https://sns.eu-west-1.amazonaws.com:8443/x.pem",
      "https://evil.example/sns.eu-west-1.amazonaws.com/x.pem",
      "https://s3.eu-west-1.amazonaws.com/bucket/x.pem",
      "https://a@sns.eu-west-1.amazonaws.com/x.pem",
      "https://sns.eu-west-1.amazonaws.com/x.pem/../y",
    ])
      expect((await read(envelope({}, { SigningCertURL }))).ok).toBe(false);
    expect(isSnsAddress("https://sns.cn-north-1.amazonaws.com.cn/x.pem", /\.pem$/)).toBe(true);
  });

  const mail = {
    timestamp: "2026-11-30T11:00:00Z",
    destination: ["a@b.example", "c@d.example"],
    tags: { sojourn: [ID] },
  };
  it.each([
    [
      {
        notificationType: "Bounce",
        bounce: {
          bounceType: "Permanent",
          bouncedRecipients: [{ emailAddress: "a@b.example" }, { emailAddress: "c@d.example" }],
        },
      },
      ["hard_bounce", "hard_bounce"],
    ],
    [
      {
        eventType: "Bounce",
        bounce: { bounceType: "Transient", bouncedRecipients: [{ emailAddress: "a@b.example" }] },
      },
      ["soft_bounce"],
    ],
    [
      {
        notificationType: "Complaint",
        complaint: { complainedRecipients: [{ emailAddress: "a@b.example" }], complaintFeedbackType: "abuse" },
      },
      ["complained"],
    ],
    [
      {
        notificationType: "Complaint",
        complaint: { complainedRecipients: [{ emailAddress: "a@b.example" }], complaintFeedbackType: "not-spam" },
      },
      [],
    ],
    [{ eventType: "Delivery", delivery: { recipients: ["a@b.example"] } }, ["delivered"]],
    [{ eventType: "Rendering Failure" }, []],
  ])("says %j", (event, expected) => {
    const reports = readSes(JSON.stringify({ mail, ...event }), "m1");
    expect(reports.map(({ kind }) => kind)).toEqual(expected);
    for (const { ref } of reports) expect(ref).toEqual({ deliveryId: ID });
    expect(new Set(reports.map(({ key }) => key)).size).toBe(reports.length);
  });
});
