import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = {
  readonly messageId: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  /** Where it would come back. */
  readonly envelopeFrom: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** By name in small letters; of a repeated one the last. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address for answers; empty = none. */
  readonly replyTo: string;
  readonly cc: readonly string[];
  /** As it came over the wire. */
  readonly source: string;
};

export type MailServer = {
  readonly url: string;
  /** Every accepted email in order of arrival; an email sent twice occurs twice. */
  readonly mails: readonly ReceivedMail[];
  readonly close: () => Promise<void>;
};

export type MailServerOptions = {
  /** Answers a recipient with an SMTP code instead of accepting, e.g. 550 or 451. */
  readonly refuse?: (recipient: string) => number | null;
  /** Answers connections, senders or passwords with an SMTP code instead of accepting, for as long as it gives one. */
  readonly refuseAt?: Partial<Record<"greeting" | "sender" | "auth", () => number | null>>;
  /** Offers encryption with an untrusted certificate. */
  readonly starttls?: boolean;
  /** Delays the acknowledgement of a received email. */
  readonly beforeAccept?: (mail: ReceivedMail) => Promise<void>;
};

/** A real SMTP server on a free loopback port, for tests. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: [
      ...(options.starttls ? [] : ["STARTTLS" as const]),
      ...(options.refuseAt?.auth ? [] : ["AUTH" as const]),
    ],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onConnect: (_session, done) => done(refusal(options.refuseAt?.greeting)),
    onAuth: (_auth, _session, done) => done(refusal(options.refuseAt?.auth), { user: "sojourn" }),
    onMailFrom: (_address, _session, done) => done(refusal(options.refuseAt?.sender)),
    onRcptTo: ({ address }, _session, done) => {
      const code = options.refuse?.(address) ?? null;
      done(code === null ? null : Object.assign(new Error(`${address} is refused here`), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      receive(stream)
        .then(async (raw) => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail = await read(raw, rcptTo[0]?.address ?? "", mailFrom === false ? "" : mailFrom.address);
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

function refusal(refuse: (() => number | null) | undefined): Error | null {
  const code = refuse?.() ?? null;
  return code === null ? null : Object.assign(new Error("refused here"), { responseCode: code });
}

async function receive(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(raw: Buffer, to: string, envelopeFrom: string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return {
    messageId: mail.messageId ?? "",
    from: mail.from?.address ?? "",
    fromName: mail.from?.name ?? "",
    to,
    envelopeFrom,
    subject: mail.subject ?? "",
    html: mail.html ?? "",
    text: mail.text ?? "",
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    replyTo: mail.replyTo?.[0]?.address ?? "",
    cc: (mail.cc ?? []).flatMap(({ address }) => address ?? []),
    source: raw.toString("latin1"),
  };
}
