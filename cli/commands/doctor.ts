import { answerOf, type Connection, connectApi, SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { findConnection } from "../connection.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import type { Register } from "../register.ts";

export const doctor: Register = (command, bind) => {
  command.action(bind(examine));
};

type Verdict = { readonly check: string; readonly status: "ok" | "warning" | "failed"; readonly text: string };
const MARKS = { ok: "✓", warning: "!", failed: "✗" } as const;
const MOST_SKEW_MS = 5_000;

/** Checks what a command needs, in order; what depends on something that failed is not asked. */
async function examine(cli: Cli): Promise<void> {
  const verdicts: Verdict[] = [];
  const note = (check: string, status: Verdict["status"], text: string) => verdicts.push({ check, status, text });
  try {
    const { url, secretKey } = findConnection(cli.terminal, cli.flags.profile);
    const server = connectApi({ url, secretKey });
    note("connection", "ok", `The server is ${url}.`);
    await examineServer(server, cli.terminal.now, note);
  } catch (error) {
    note(verdicts.length === 0 ? "connection" : "server", "failed", explain(error));
  }
  cli.output.table(verdicts, {
    heading: ["", "CHECK", "RESULT"],
    rows: verdicts.map(({ check, status, text }) => [MARKS[status], check, text]),
  });
  const failed = verdicts.filter(({ status }) => status === "failed").length;
  if (failed > 0) throw new CliError(EXIT.error, failed === 1 ? "A check failed." : `${failed} checks failed.`);
}

const explain = (error: unknown): string => {
  const hint = error instanceof CliError && error.hint ? ` ${error.hint}` : "";
  return `${error instanceof Error ? error.message : error}${hint}`;
};

async function examineServer(
  { api }: Connection,
  now: () => number,
  note: (check: string, status: Verdict["status"], text: string) => void,
): Promise<void> {
  const me = await api.GET("/api/me");
  if (!me.response.ok) throw problemOf(me);
  const { workspace, role, mail } = answerOf(me).data;
  note("key", "ok", `The key is of ${workspace.name}, with the role ${role}.`);
  const skewMs = Date.parse(me.response.headers.get("date") ?? "") - now();
  if (Math.abs(skewMs) > MOST_SKEW_MS)
    note("clock", "warning", `The server's clock is ${Math.round(skewMs / 1000)} s away from this machine's.`);
  else note("clock", "ok", "The server's clock agrees with this machine's.");
  const isCapture = mail.mode === "capture";
  const captured = "E-mails are captured and not sent: SMTP_URL is not set.";
  note("mail", isCapture ? "warning" : "ok", isCapture ? captured : "E-mails are sent by SMTP.");
  const { data: downtime } = answerOf(await api.GET("/api/engine/gap"));
  if (downtime)
    note(
      "engine",
      "warning",
      `The engine was away until ${downtime.heldAt}; the dashboard asks what to do with overdue steps.`,
    );
  else note("engine", "ok", "No downtime waits for a decision.");
  const { data: alerts } = answerOf(await api.GET("/api/alerts"));
  for (const { code, text } of alerts) note(`alert ${code}`, "warning", text);
  if (alerts.length === 0) note("alerts", "ok", "There are no alerts.");
}

function problemOf({ error, response }: { error?: unknown; response: Response }): SojournProblem {
  return new SojournProblem(response.status, typeof error === "object" && error !== null ? error : {});
}
