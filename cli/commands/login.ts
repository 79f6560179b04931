import { answerOf, type Connection, connectApi } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { DEFAULT_URL } from "../connection.ts";
import { CliError, EXIT, usage } from "../exit-codes.ts";
import { readProfiles, writeProfiles } from "../profiles.ts";
import type { Register } from "../register.ts";

type Flags = { readonly url?: string; readonly key?: string };

export const login: Register = (command, bind) => {
  command
    .option("--url <address>", "The server's address")
    .option("--key <key>", "A secret key; - reads it from stdin")
    .addHelpText(
      "after",
      "\nOn a terminal, what is missing is asked for. Secret keys are made under Settings → API keys.",
    )
    .action(bind(signIn));
};

async function signIn(cli: Cli, flags: Flags): Promise<void> {
  const { terminal, output } = cli;
  const url =
    flags.url ??
    terminal.env.SOJOURN_URL ??
    (await ask(cli, "--url", () => terminal.prompts.text("Address of the server", DEFAULT_URL)));
  const given = flags.key ?? (terminal.env.SOJOURN_SECRET_KEY || undefined);
  const key = given ?? (await ask(cli, "--key", () => terminal.prompts.secret("Secret key")));
  const secretKey = (key === "-" ? await terminal.readStdin() : key).trim();
  if (!secretKey.startsWith("sk_")) throw usage("A secret key begins with sk_.");
  const { data: me } = answerOf(await connect(url, secretKey).api.GET("/api/me"));
  const name = cli.flags.profile ?? me.workspace.slug;
  const told = { profile: name, url, workspace: me.workspace.name, role: me.role };
  if (cli.isPlan) return output.data(told, `Would note ${me.workspace.name} at ${url} as the profile ${name}.\n`);
  const { profiles } = readProfiles(terminal.configDir);
  const before = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (before && before.url !== url) await cli.confirm(`The profile ${name} is of ${before.url}. Replace it?`);
  writeProfiles(terminal.configDir, { current: name, profiles: { ...profiles, [name]: { url, secretKey } } });
  output.data(told, `Signed in to ${me.workspace.name} at ${url} as the profile ${name}.\n`);
  output.undo(`sojourn logout --profile ${name}`);
}

function connect(url: string, secretKey: string): Connection {
  try {
    return connectApi({ url, secretKey });
  } catch (error) {
    throw usage((error as Error).message);
  }
}

async function ask(cli: Cli, flag: string, question: () => Promise<string | null>): Promise<string> {
  if (!cli.terminal.isInteractive || !cli.flags.input) throw usage(`${flag} is needed.`);
  const answer = await question();
  if (!answer) throw new CliError(EXIT.usage, "Cancelled: nothing was changed.");
  return answer;
}
