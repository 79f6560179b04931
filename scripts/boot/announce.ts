import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Config } from "#config";
import { log } from "#log";

export type Started = {
  readonly config: Config;
  readonly database: "embedded" | "external";
  readonly signInLink: string | null;
  readonly dev: boolean;
};

const styled = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number, text: string) => (styled ? `\u001B[${code}m${text}\u001B[0m` : text);
const dim = (text: string) => paint(2, text);

/** The message after a start: addresses, data, mail, and how to stop. */
export function announce({ config, database, signInLink, dev }: Started): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const seconds = process.uptime().toFixed(1);
  if (config.log.format === "json") {
    const { baseUrl: url, smtpUrl } = config;
    const mail = smtpUrl === null ? "kept" : "sent";
    log.info("started", { version, url, database, mail, seconds: Number(seconds), signInLink });
    return;
  }
  const lines = [
    `${paint(36, "◆")} ${paint(1, "Sojourn")} ${version}${dev ? " for development" : ""} ${dim(`· ready in ${seconds} s`)}`,
    "",
    row("Open", paint(36, config.baseUrl)),
    ...(signInLink
      ? [row("Sign in", `${paint(36, signInLink)}`), row("", dim("works once, within a day; choose a password inside"))]
      : []),
    "",
    row("Data", database === "embedded" ? `PostgreSQL in ${folder(config.dataDir)}` : "PostgreSQL at DATABASE_URL"),
    row(
      "Mail",
      config.smtpUrl
        ? "is sent through SMTP_URL"
        : "is stored, not sent: see the page Deliveries (set SMTP_URL to send)",
    ),
    row("Stop", "Ctrl+C"),
  ];
  process.stdout.write(`\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n\n`);
}

const row = (name: string, text: string) => `${dim(name.padEnd(9))}${text}`;

function folder(path: string): string {
  const near = relative(process.cwd(), path);
  return near && !near.startsWith("..") ? near : path;
}
