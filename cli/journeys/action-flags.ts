import type { Command } from "commander";
import type { NodeChange, TransitionGraph } from "#dialects";
import { invalid, readObject } from "../arguments.ts";
import type { Flags } from "./edit-journey.ts";

export type ActionFlags = { readonly action?: string; readonly emailId?: string; readonly terminal?: boolean };

/** What a node does. Both forms of --terminal are declared, so that neither is the default. */
export const withActionFlags = (command: Command): Command =>
  command
    .option("--action <json>", 'What the node does: {"type": "send_email", "templateSlug": "welcome-email"}')
    .option("--email-id <address>", "The verified sender of this node's e-mail; empty for the default one")
    .option("--terminal", "End the journey after this node's action")
    .option("--no-terminal", "Continue after this node");

/** The change that the flags say. What is in the action is checked with the graph. */
export function readChange(
  { action: written, emailId, terminal }: ActionFlags,
  node: TransitionGraph["nodes"][string] | undefined,
): Omit<NodeChange, "name"> {
  const action = written === undefined ? undefined : readObject("--action", written);
  const type = action === undefined ? (node?.action.type ?? "none") : action.type;
  if (emailId && type !== "send_email") {
    throw invalid("--email-id", `is for send_email, and the node's action is ${String(type)}`);
  }
  return {
    ...(action === undefined ? {} : { action }),
    ...(emailId === undefined ? {} : { fromIdentityEmail: emailId === "" ? null : emailId }),
    ...(terminal === undefined ? {} : { terminal }),
  };
}

/** Which flag the parts of a node came from, for findings. */
export function actionFlags(name: string): Flags {
  const node = `/nodes/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { [`${node}/action`]: "--action", [`${node}/action/fromIdentityEmail`]: "--email-id", [node]: "--name" };
}
