import type * as z from "zod";
import type { Context, Scope } from "#services";

/** Who asks: the context of the services, with what the caller's scopes allow. */
export type ToolCaller = { readonly ctx: Context; readonly scopes: readonly Scope[] };

/** What an agent can call. Results are parsed by `output`, so that nothing leaves that is not declared. */
export type Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodObject = z.ZodObject> = {
  readonly title: string;
  /** For the model: what it does, when to use it. */
  readonly description: string;
  /** The scope that shows it. Without `personal` besides, a tool leaves out what is known of people. */
  readonly scope: Scope;
  /** Whether it may change something. */
  readonly changes: boolean;
  readonly input: Input;
  readonly output: Output;
  readonly handler: (caller: ToolCaller, input: z.output<Input>) => Promise<z.input<Output>>;
};

/** Types a tool by its schemas. */
export const tool = <Input extends z.ZodType, Output extends z.ZodObject>(definition: Tool<Input, Output>): Tool =>
  definition as unknown as Tool;

export const seesPeople = ({ scopes }: ToolCaller): boolean => scopes.includes("personal");
