"use client";
import { type Content, problemMessage, useCanEdit, usePatchContent, useTopics } from "#data";
import { Label } from "#ui/label";
import { Link } from "#ui/link";
import { Switch } from "#ui/switch";
import { toast } from "#ui/toaster";
import { Pick } from "../rules/pick.tsx";

const NONE = "none";

type Audience = Pick<Content, "transactional" | "topicId">;

/** Whether a message needs a subscription, and to which topic. It has no draft: a change holds at once. */
export function AudienceField({ item }: { item: Content }) {
  const canEdit = useCanEdit();
  const topics = useTopics().data ?? [];
  const patch = usePatchContent(item.id);
  const draft: Audience = { ...item, ...(patch.isPending ? patch.variables : {}) };
  const change = (part: Partial<Audience>) =>
    patch.mutate(part, {
      onSuccess: () => toast.success("Saved. It holds at once."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  const offered = topics.filter(({ id, archived }) => !archived || id === draft.topicId);
  return (
    <fieldset disabled={!canEdit} className="grid gap-3">
      <legend className="sr-only">Who may receive it</legend>
      <Label className="flex items-start gap-3 font-normal">
        <Switch
          checked={draft.transactional}
          disabled={!canEdit}
          onCheckedChange={(transactional) => change({ transactional })}
        />
        <span className="grid gap-0.5">
          <span className="font-medium">Transactional</span>
          <span className="text-muted-foreground text-xs">
            For receipts, passwords and the like. It is sent to people who unsubscribed, too, and has no button to
            unsubscribe. Suppressed addresses still receive nothing.
          </span>
        </span>
      </Label>
      {draft.transactional ? null : (
        <div className="grid gap-1.5">
          <p className="font-medium text-ui">Topic</p>
          <Pick
            label="Topic"
            value={draft.topicId ?? NONE}
            options={{
              [NONE]: "No topic: all marketing",
              ...Object.fromEntries(offered.map(({ id, name }) => [id, name])),
            }}
            onChange={(next) => change({ topicId: next === NONE ? null : next })}
            className="w-full sm:w-72"
          />
          <p className="text-muted-foreground text-xs">
            People unsubscribe from this topic by the link in the message.{" "}
            <Link href="/settings?tab=consent" className="rounded-sm underline underline-offset-4">
              Manage topics
            </Link>
          </p>
        </div>
      )}
    </fieldset>
  );
}
