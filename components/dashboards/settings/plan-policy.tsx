"use client";
import { type FormEvent, useState } from "react";
import { type Me, type PlanPolicy, problemMessage, usePatchWorkspace, usePlanPolicy } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";

/** Who may approve plans, and how far the counts may drift until then. */
export function PlanPolicySettings({ me }: { me: Me }) {
  const policy = usePlanPolicy();
  if (!policy.data) return <Skeleton className="h-56 max-w-2xl" />;
  return <PolicyForm key={JSON.stringify(policy.data)} policy={policy.data} mayEdit={me.role === "owner"} />;
}

function PolicyForm({ policy, mayEdit }: { policy: PlanPolicy; mayEdit: boolean }) {
  const [changed, setChanged] = useState<PlanPolicy>(policy);
  const patch = usePatchWorkspace();
  const set = (part: Partial<PlanPolicy>) => setChanged({ ...changed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    patch.mutate({ settings: { plans: changed } }, { onSuccess: () => toast.success("Saved.") });
  };
  const number = (key: "tolerancePercent" | "tolerancePeople") => ({
    type: "number",
    min: 0,
    value: String(changed[key]),
    readOnly: !mayEdit,
    onChange: (event: { target: { value: string } }) => set({ [key]: Number(event.target.value) }),
  });
  return (
    <Card className="max-w-2xl" aria-labelledby="plan-policy-title">
      <CardHeader>
        <CardTitle id="plan-policy-title">Approval of plans</CardTitle>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Label className="flex items-center gap-2 font-normal">
            <Checkbox
              checked={changed.fourEyes}
              disabled={!mayEdit}
              onCheckedChange={(isOn) => set({ fourEyes: isOn === true })}
            />
            Nobody approves what they, or a key of theirs, handed in
          </Label>
          <Label className="flex items-center gap-2 font-normal">
            <Checkbox
              checked={changed.approver === "owner"}
              disabled={!mayEdit}
              onCheckedChange={(isOn) => set({ approver: isOn === true ? "owner" : "editor" })}
            />
            Only owners approve
          </Label>
          <Field label="Counts may drift by, in percent">
            {(control) => <Input {...control} {...number("tolerancePercent")} max={100} />}
          </Field>
          <Field label="Or by so many people" hint="The larger of the two counts. Beyond it the plan is void.">
            {(control) => <Input {...control} {...number("tolerancePeople")} />}
          </Field>
          {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
        </CardContent>
        <CardFooter>
          {mayEdit ? (
            <Button type="submit" busy={patch.isPending}>
              Save policy
            </Button>
          ) : (
            <p className="text-muted-foreground text-xs">Only owners can change this.</p>
          )}
        </CardFooter>
      </form>
    </Card>
  );
}
