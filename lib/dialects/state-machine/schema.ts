import * as z from "zod";

/** The events by which a journey of this format starts; `manual` = only by its `/run`. */
export const TRIGGER_EVENTS = [
  "manual",
  "order.created",
  "order.updated",
  "order.closed",
  "campaign.public.started",
  "campaign.private.started",
  "account.created",
  "account.updated",
  "account.tier.upgraded",
  "account.tier.downgraded",
  "account.tier.extended",
  "account.classification.became_vip",
  "account.classification.became_new",
  "account.classification.became_active",
  "account.classification.became_inactive",
  "account.classification.became_slipping_away",
  "account.classification.became_churned",
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

const Target = z.string().min(1).max(120);
const Id = z.int().min(1);
const Amount = z.int().min(0);
const DONE = z.strictObject({ DONE: Target });

const step = <Meta extends z.ZodRawShape, On extends z.ZodType>(meta: Meta, on: On) =>
  z.strictObject({ meta: z.strictObject(meta), on });

const State = z.union([
  z.strictObject({ type: z.literal("final") }),
  step({ type: z.enum(["send_email", "send_sms", "send_push_notification"]), templateId: Id }, DONE),
  step({ type: z.literal("create_campaign"), campaignId: Id }, DONE),
  step(
    {
      type: z.literal("wait_for_duration"),
      years: Amount.optional(),
      months: Amount.optional(),
      weeks: Amount.optional(),
      days: Amount.optional(),
      hours: Amount.optional(),
      minutes: Amount.optional(),
      seconds: Amount.optional(),
    },
    z.strictObject({ ELAPSED: Target }),
  ),
  step(
    { type: z.literal("wait_for_condition"), include: z.array(Id).optional(), exclude: z.array(Id).optional() },
    DONE,
  ),
  step(
    {
      type: z.literal("condition"),
      attribute: z.string().min(1),
      operator: z.enum(["eq", "ne", "in", "exists"]),
      value: z.unknown().optional(),
    },
    z.strictObject({ TRUE: Target, FALSE: Target }),
  ),
]);

/** The steps of a journey: each state says what to do (`meta`) and where to go next (`on`). */
export const MachineConfig = z
  .looseObject({ initial: Target, states: z.record(Target, State) })
  .meta({ id: "MachineConfig" });

export type State = {
  readonly type?: string;
  readonly meta?: Record<string, unknown>;
  readonly on?: Record<string, string>;
};

/** A journey of the places API, as a request has it. Steps that the format cannot say have a type that it does not know. */
export type StateMachine = {
  readonly name: string;
  readonly trigger_event: string | null;
  readonly description?: string | null | undefined;
  readonly machine_config: { readonly initial: string; readonly states: Readonly<Record<string, State>> } | null;
};

export const StateMachineJourney = z.strictObject({
  name: z.string().min(1).max(255),
  trigger_event: z.enum(TRIGGER_EVENTS),
  description: z.string().max(10_000).nullish(),
  machine_config: MachineConfig.nullable(),
}) as unknown as z.ZodType<StateMachine>;
