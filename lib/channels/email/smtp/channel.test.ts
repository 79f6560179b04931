import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyChannel, exampleMessage } from "../../channel.cases.ts";
import { type MailServer, startMailServer } from "../../testing/index.ts";
import { smtpChannel } from "./channel.ts";

describe("mail over SMTP", () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer({
      refuse: (to) => (to.startsWith("gone") ? 550 : to.startsWith("busy") ? 451 : null),
    });
  });
  afterAll(() => server.close());

  everyChannel(() => smtpChannel(server.url), "sent");

  it("arrives with its subject, both bodies and a Message-ID made of the idempotency key", async () => {
    const channel = smtpChannel(server.url);
    await channel.send({ ...exampleMessage, recipient: "one@example.com" });
    await channel.close();
    expect(server.mails.filter((mail) => mail.to === "one@example.com")).toEqual([
      {
        messageId: "<0192-enrollment.node.1@acme.example>",
        from: "hello@acme.example",
        to: "one@example.com",
        subject: exampleMessage.subject,
        html: expect.stringContaining("<b>Ada</b>"),
        text: expect.stringContaining("Hello Ada"),
      },
    ]);
  });

  it("tells what is final from what may pass", async () => {
    const channel = smtpChannel(server.url);
    expect(await channel.send({ ...exampleMessage, recipient: "gone@example.com" })).toMatchObject({
      status: "failed",
      permanent: true,
    });
    expect(await channel.send({ ...exampleMessage, recipient: "busy@example.com" })).toMatchObject({
      status: "failed",
      permanent: false,
    });
    await channel.close();
  });

  it("takes a server that is not there for a passing failure", async () => {
    const away = await startMailServer();
    await away.close();
    const channel = smtpChannel(away.url);
    expect(await channel.send(exampleMessage)).toMatchObject({
      status: "failed",
      permanent: false,
      error: expect.stringMatching(/\w/),
    });
    await channel.close();
  });
});
