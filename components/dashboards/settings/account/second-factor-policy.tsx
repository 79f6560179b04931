"use client";
import { type Me, problemMessage, usePatchWorkspace, useWorkspace } from "#data";
import { Notice } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Label } from "#ui/label";
import { Skeleton } from "#ui/skeleton";

/** Whether members of the workspace need a second factor. */
export function SecondFactorPolicy({ me }: { me: Me }) {
  const workspace = useWorkspace();
  const patch = usePatchWorkspace();
  if (!workspace.data) return <Skeleton className="h-28 max-w-2xl" />;
  const isOwner = me.role === "owner";
  const set = (isOn: boolean) => patch.mutate({ settings: { secondFactor: isOn ? "required" : null } });
  return (
    <Card className="max-w-2xl" aria-labelledby="second-factor-policy-title">
      <CardHeader>
        <CardTitle id="second-factor-policy-title">Signing in</CardTitle>
        <CardDescription>
          Members without a second factor are asked to set one up before anything else. Keys keep working.
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        <Label className="flex items-center gap-2 font-normal">
          <Checkbox
            checked={workspace.data.settings.secondFactor === "required"}
            disabled={!isOwner || patch.isPending}
            onCheckedChange={(isOn) => set(isOn === true)}
          />
          Members need a second factor
        </Label>
        {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
        {isOwner ? null : <p className="text-muted-foreground text-xs">Only owners can change this.</p>}
      </CardContent>
    </Card>
  );
}
