import { readChoice } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import type { Register } from "../register.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** Each shell asks `sojourn complete` for the words that may follow. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `_sojourn() {
  local IFS=$'\\n'
  COMPREPLY=($(sojourn complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _sojourn sojourn
`,
  zsh: `#compdef sojourn
_sojourn() {
  local -a found
  found=("\${(@f)$(sojourn complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -- $found
}
compdef _sojourn sojourn
`,
  fish: `function __sojourn_complete
  set -l words (commandline -opc) (commandline -ct)
  sojourn complete -- $words[2..-1] 2>/dev/null
end
complete -c sojourn -f -a '(__sojourn_complete)'
`,
};

export const completion: Register = (command, bind) => {
  command
    .argument("<shell>", `One of ${SHELLS.join(", ")}`)
    .addHelpText("after", "\nbash: source <(sojourn completion bash) · zsh: sojourn completion zsh > a file of $fpath")
    .action(bind(print));
};

async function print(cli: Cli, shell: string): Promise<void> {
  const script = SCRIPTS[readChoice("The shell", shell, SHELLS)];
  cli.output.data({ shell, script }, script);
}
