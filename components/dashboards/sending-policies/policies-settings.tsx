"use client";
import { type FormEvent, useState } from "react";
import {
  ApiProblem,
  type PoliciesInput,
  problemMessage,
  type SendingPolicies,
  useCanEdit,
  usePutPolicies,
  useSendingPolicies,
} from "#data";
import { Notice, PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Label } from "#ui/label";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { ConflictsCard } from "./conflicts-card.tsx";
import { CapFields, RateFields } from "./limit-fields.tsx";
import { OccurrencesCard } from "./occurrences-card.tsx";
import { type Editing, NumberField } from "./parts.tsx";
import { type PartProps, TimeFields } from "./time-fields.tsx";

/** When, how often and to whom journeys send, and where they get in each other's way. */
export function SendingPolicySettings() {
  const policies = useSendingPolicies();
  const canEdit = useCanEdit();
  return (
    <>
      {policies.error ? <PageError error={policies.error} onRetry={policies.refetch} /> : null}
      {policies.data ? (
        <PoliciesForm key={policies.data.revision} policies={policies.data} mayEdit={canEdit} />
      ) : policies.error ? null : (
        <Skeleton className="h-96 max-w-3xl" />
      )}
      <ConflictsCard />
      <OccurrencesCard />
    </>
  );
}

function PoliciesForm({ policies, mayEdit }: { policies: SendingPolicies; mayEdit: boolean }) {
  const { updatedAt, ...initial } = policies;
  const [draft, setDraft] = useState<PoliciesInput>(initial);
  const put = usePutPolicies();
  const errors = put.error instanceof ApiProblem ? put.error.errors : [];
  const editing: Editing = { mayEdit, errorOf: (field) => errors.find((one) => isOf(one.field, field))?.message };
  const set: PartProps["set"] = (part) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(draft, { onSuccess: () => toast.success("Saved. Held messages are looked at again.") });
  };
  const part = { draft, set, editing };
  return (
    <Card className="max-w-3xl" aria-labelledby="policies-title">
      <CardHeader>
        <CardTitle id="policies-title">Sending policies</CardTitle>
        <CardDescription>
          They hold for marketing messages of all journeys, right before a message is sent. Transactional content always
          passes.
        </CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-6">
          <TimeFields {...part} />
          <CapFields {...part} />
          <RateFields {...part} />
          <HoldoutFields {...part} />
          {put.error ? (
            <Notice tone="destructive">
              {errors.length > 0
                ? `Nothing was saved: ${errors.length === 1 ? "one field is" : `${errors.length} fields are`} not right.`
                : problemMessage(put.error)}
            </Notice>
          ) : null}
        </CardContent>
        <CardFooter>
          {mayEdit ? (
            <Button type="submit" busy={put.isPending}>
              Save policies
            </Button>
          ) : (
            <p className="text-muted-foreground text-xs">Only editors can change this.</p>
          )}
        </CardFooter>
      </form>
    </Card>
  );
}

/** `=caps.0` is the finding about the row itself, `caps.0.period` also one about a part of it. */
const isOf = (found: string | null | undefined, field: string): boolean =>
  field.startsWith("=") ? found === field.slice(1) : found === field || (found?.startsWith(`${field}.`) ?? false);

function HoldoutFields({ draft, set, editing: { mayEdit, errorOf } }: PartProps) {
  const { holdout } = draft;
  return (
    <section aria-label="Holdout" className="grid gap-3">
      <h3 className="border-b pb-1.5 font-semibold text-ui">Holdout</h3>
      <Label className="flex items-center gap-2 font-normal">
        <Checkbox
          checked={holdout !== null}
          disabled={!mayEdit}
          onCheckedChange={(isOn) => set({ holdout: isOn === true ? { percent: 5 } : null })}
        />
        A share of people gets no marketing, so that its effect can be measured
      </Label>
      {holdout ? (
        <div className="max-w-40">
          <NumberField
            label="Percent of people"
            value={holdout.percent}
            min={0.1}
            max={50}
            readOnly={!mayEdit}
            onChange={(percent) => set({ holdout: { percent } })}
            error={errorOf("holdout")}
          />
        </div>
      ) : null}
    </section>
  );
}
