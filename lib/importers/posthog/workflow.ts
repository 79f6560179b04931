import { listOf, objectOf, textOf } from "../json.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A workflow in the form of the API, whichever file it came from. */
export type Workflow = {
  readonly foreignId: string;
  readonly fields: Fields;
  /** The place of the workflow in the file. */
  readonly pointer: string;
  readonly trigger: Action | null;
  readonly actions: readonly Action[];
  /** By the step that they leave and the way out: `continue`, or the number of a branch. */
  readonly edges: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

export type Action = { readonly id: string; readonly fields: Fields; readonly pointer: string };

export const actionType = ({ fields }: Action): string => textOf(fields.type);
export const actionName = (action: Action): string => textOf(action.fields.name) || actionType(action);

/** A workflow of the API. Its trigger is there twice: at the top, and as an action. */
export function workflowOf(value: unknown, pointer: string): Workflow {
  const fields = objectOf(value);
  const all = listOf(fields.actions).map((action, index): Action => {
    const own = objectOf(action);
    return { id: textOf(own.id), fields: own, pointer: `${pointer}/actions/${index}` };
  });
  const config = objectOf(fields.trigger);
  const atTop = { id: "trigger", fields: { type: "trigger", name: "Trigger", config }, pointer: `${pointer}/trigger` };
  const trigger = all.find((action) => actionType(action) === "trigger") ?? (config.type === undefined ? null : atTop);
  const edges = new Map<string, Record<string, string>>();
  for (const edge of listOf(fields.edges).map(objectOf)) {
    const own = edges.get(textOf(edge.from)) ?? {};
    const way = edge.type === "branch" ? textOf(edge.index) || "0" : "continue";
    // Of two edges of one way PostHog follows the first.
    edges.set(textOf(edge.from), { [way]: textOf(edge.to), ...own });
  }
  const foreignId = textOf(fields.id) || textOf(fields.key) || textOf(fields.name);
  return { foreignId, fields, pointer, trigger, actions: all.filter((action) => action !== trigger), edges };
}
