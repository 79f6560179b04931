import { expect, it } from "vitest";
import { cliReference } from "./reference.ts";

it("the page about the command line is made from the commands: `npm run cli:docs` makes it again", async () => {
  await expect(await cliReference()).toMatchFileSnapshot("../docs/cli.md");
});
