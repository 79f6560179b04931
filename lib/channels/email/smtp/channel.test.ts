import { createServer } from "node:net";
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
        fromName: "Acme",
        envelopeFrom: "hello@acme.example",
        to: "one@example.com",
        subject: exampleMessage.subject,
        html: expect.stringContaining("<b>Ada</b>"),
        text: expect.stringContaining("Hello Ada"),
        headers: expect.objectContaining({ to: "one@example.com" }),
        replyTo: "",
        cc: [],
        source: expect.stringMatching(/^From: /),
      },
    ]);
  });

  it("goes over the wire once, up to the end of its last part", async () => {
    const channel = smtpChannel(server.url);
    await channel.send({
      ...exampleMessage,
      html: `${exampleMessage.html}\n.\n<p>.</p>`,
      recipient: "once@example.com",
    });
    await channel.close();
    const mail = server.mails.find(({ to }) => to === "once@example.com");
    const { source = "" } = mail ?? {};
    const boundary = /boundary="([^"]+)"/.exec(source)?.[1] ?? "none";
    expect(source.split(`--${boundary}`).map((part) => part.split(/[:;]/)[0]?.trim())).toEqual([
      ...["From", "Content-Type", "Content-Type", "--"],
    ]);
    expect(source.endsWith(`\r\n--${boundary}--\r\n`)).toBe(true);
    expect(mail?.html).toContain("\n.\n<p>.</p>");
  });

  it("names an address that the server calls unknown, by its code alone", async () => {
    const channel = smtpChannel(server.url);
    // The server repeats the address in its refusal, so this one has the code in it.
    const send = (recipient: string) => channel.send({ ...exampleMessage, recipient });
    expect(await send("gone-5.1.1@example.com")).toMatchObject({
      status: "failed",
      permanent: true,
      lost: { kind: "hard_bounce", address: "gone-5.1.1@example.com" },
    });
    expect(await send("gone-5.2.2@example.com")).not.toHaveProperty("lost");
    expect(await send("busy-5.1.1@example.com")).not.toHaveProperty("lost");
    await channel.close();
  });

  it("comes back where the envelope says, with its copies in it", async () => {
    const channel = smtpChannel(server.url);
    await channel.send({
      ...exampleMessage,
      recipient: "two@example.com",
      cc: ["three@example.com"],
      envelopeFrom: "b+1@acme.example",
    });
    await channel.close();
    expect(server.mails.filter((mail) => mail.envelopeFrom === "b+1@acme.example")).toMatchObject([
      { from: "hello@acme.example", to: "two@example.com" },
    ]);
  });

  it.each([
    ['"Acme; Inc." <hello@acme.example>', "Acme; Inc.", "hello@acme.example", "acme.example"],
    ["hello@acme.example", "", "hello@acme.example", "acme.example"],
    ["Bücher <post@bücher.example>", "Bücher", "post@xn--bcher-kva.example", "xn--bcher-kva.example"],
  ])(
    "L9: mail from %s carries its name, its address and a Message-ID of its domain",
    async (sender, name, address, domain) => {
      const channel = smtpChannel(server.url);
      const message = { ...exampleMessage, idempotencyKey: `l9-${domain}-${name}`, sender };
      expect(await channel.send(message)).toMatchObject({ status: "sent" });
      await channel.close();
      const mail = server.mails.at(-1);
      expect(mail).toMatchObject({ from: address, fromName: name });
      expect(mail?.messageId.split("@")[1]).toBe(`${domain}>`);
    },
  );

  it.each(["Acme", "", "Team: Acme <a@b.example>", "a@b.example, c@d.example", "a@b.example\r\nBcc: x@y.example"])(
    "T18: no mail goes from a sender that is none: %j",
    async (sender) => {
      const channel = smtpChannel(server.url);
      const before = server.mails.length;
      expect(await channel.send({ ...exampleMessage, sender })).toMatchObject({
        status: "failed",
        permanent: false,
        setUp: { kind: "sender" },
      });
      expect(server.mails).toHaveLength(before);
      await channel.close();
    },
  );

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

  it.each([
    ["greeting", 554, "refused"],
    ["sender", 530, "credentials"],
    ["sender", 534, "credentials"],
    ["sender", 538, "encryption"],
    ["auth", 535, "credentials"],
    ["auth", 454, "credentials"],
  ] as const)("L10: a refusal at the %s with %i is about the set-up, not about the mail", async (where, code, kind) => {
    const strict = await startMailServer({ refuseAt: { [where]: () => code } });
    const channel = smtpChannel(where === "auth" ? strict.url.replace("//", "//user:wrong@") : strict.url);
    const result = await channel.send(exampleMessage);
    expect(result).toMatchObject({ status: "failed", permanent: false, setUp: { kind } });
    expect(result).toMatchObject({ setUp: { text: expect.stringContaining("SMTP_URL") } });
    expect(JSON.stringify(result)).not.toContain("wrong");
    await channel.close();
    await strict.close();
  });

  it("L10: a certificate that cannot be trusted, and a server that speaks no TLS, are about the set-up", async () => {
    const strange = await startMailServer({ starttls: true });
    for (const url of [strange.url, server.url.replace("smtp:", "smtps:")]) {
      const channel = smtpChannel(url);
      expect(await channel.send(exampleMessage)).toMatchObject({ permanent: false, setUp: { kind: "encryption" } });
      await channel.close();
    }
    await strange.close();
  });

  it("is tried again when the connection breaks in the middle of the mail, and then goes out once", async () => {
    const broken = await startBreakingServer();
    const channel = smtpChannel(broken.url);
    expect(await channel.send(exampleMessage)).toMatchObject({ status: "failed", permanent: false });
    expect(broken.cut()).toBe(1);
    await channel.close();
    await broken.close();
    const whole = smtpChannel(server.url);
    const before = server.mails.length;
    expect(await whole.send({ ...exampleMessage, isRepeated: true })).toMatchObject({ status: "sent" });
    expect(server.mails).toHaveLength(before + 1);
    await whole.close();
  });

  it("takes a server that is not there for a passing failure", async () => {
    const away = await startMailServer();
    await away.close();
    const channel = smtpChannel(away.url);
    expect(await channel.send(exampleMessage)).toMatchObject({
      status: "failed",
      permanent: false,
      error: expect.stringMatching(/\w/),
      setUp: { kind: "unreachable" },
    });
    await channel.close();
  });
});

/** Takes an envelope, says that the mail may come, and hangs up once it comes. */
async function startBreakingServer() {
  let cut = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.write("220 breaks.example\r\n");
    let isMail = false;
    socket.on("data", (bytes) => {
      if (isMail) {
        cut += 1;
        socket.destroy();
        return;
      }
      const command = bytes.toString().slice(0, 4).toUpperCase();
      isMail = command === "DATA";
      socket.write(isMail ? "354 go on\r\n" : "250 ok\r\n");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise((done) => server.close(done));
  return { url: `smtp://127.0.0.1:${port}`, cut: () => cut, close };
}
