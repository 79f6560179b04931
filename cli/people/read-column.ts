import type { ColumnTarget } from "#sdk/node";
import { usage } from "../exit-codes.ts";

const TARGETS = ["userId", "anonymousId", "trait", "tags", "stage", "subscribed", "unsubscribed", "skip"] as const;
const FORMS = ["text", "number", "boolean"] as const;

/** `Mail=trait:email`, `Age=trait:age:number`, `Id=userId`: a column of a list, and what happens to it. */
export function readColumn(written: string): [string, ColumnTarget] {
  const at = written.lastIndexOf("=");
  const [target, trait, form] = written.slice(at + 1).split(":");
  const to = TARGETS.find((one) => one === target);
  const read = FORMS.find((one) => one === form);
  if (at < 1 || to === undefined || (form !== undefined && read === undefined) || (trait && to !== "trait"))
    throw usage(
      `--column is <name>=<target>, not ${JSON.stringify(written)}.`,
      `A target is one of ${TARGETS.join(", ")}; a trait may have a name and a form: trait:age:number.`,
    );
  return [written.slice(0, at), { to, ...(trait ? { trait } : {}), ...(read ? { form: read } : {}) }];
}
