import type { Cli } from "../cli.ts";
import { usage } from "../exit-codes.ts";
import { readProfiles, writeProfiles } from "../profiles.ts";
import type { Register } from "../register.ts";

export const logout: Register = (command, bind) => {
  command.action(bind(signOut));
};

async function signOut(cli: Cli): Promise<void> {
  const { configDir } = cli.terminal;
  const { current, profiles } = readProfiles(configDir);
  const name = cli.flags.profile ?? current;
  if (name === null || !Object.hasOwn(profiles, name)) throw usage(`There is no profile ${name ?? "to sign out of"}.`);
  const { [name]: gone, ...others } = profiles;
  const next = current === name ? (Object.keys(others)[0] ?? null) : current;
  if (cli.isPlan) return cli.output.data({ profile: name }, `Would forget the profile ${name}.\n`);
  writeProfiles(configDir, { current: next, profiles: others });
  cli.output.data(
    { profile: name, current: next },
    `Forgot the profile ${name}${next ? `; ${next} is current` : ""}.\n`,
  );
  cli.output.undo(`sojourn login --profile ${name} --url ${gone?.url}`);
}
