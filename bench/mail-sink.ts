import { SMTPServer } from "smtp-server";

/** A mail server in a process of its own that takes every mail and keeps none; it tells its port, and on request how many it took. */
let taken = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onData(stream, _session, done) {
    stream.on("data", () => {});
    stream.on("end", () => {
      taken++;
      done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
process.on("message", () => process.send?.({ taken }));
process.on("disconnect", () => process.exit(0));
