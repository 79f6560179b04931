import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export type MailServer = {
  readonly url: string;
  /** Every mail accepted so far, in order of arrival; the same mail sent twice is here twice. */
  readonly mails: readonly ReceivedMail[];
  readonly close: () => Promise<void>;
};

export type MailServerOptions = {
  /** Answers a recipient with an SMTP code instead of accepting, e.g. 550 or 451. */
  readonly refuse?: (recipient: string) => number | null;
  /** Holds a mail back after it was received and before it is acknowledged. */
  readonly beforeAccept?: (mail: ReceivedMail) => Promise<void>;
};

/** A real SMTP server on a free loopback port, for tests. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onRcptTo: ({ address }, _session, done) => {
      const code = options.refuse?.(address) ?? null;
      done(code === null ? null : Object.assign(new Error(`${address} is refused here`), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      receive(stream)
        .then(async (raw) => {
          const mail = await read(raw, session.envelope.rcptTo[0]?.address ?? "");
          await options.beforeAccept?.(mail);
          mails.push(mail);
          done();
        })
        .catch(done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function receive(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(raw: Buffer, to: string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return {
    messageId: mail.messageId ?? "",
    from: mail.from?.address ?? "",
    to,
    subject: mail.subject ?? "",
    html: mail.html ?? "",
    text: mail.text ?? "",
  };
}
