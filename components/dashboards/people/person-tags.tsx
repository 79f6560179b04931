"use client";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { type Person, type PersonPatch, problemMessage, useCanEdit, usePatchPerson } from "#data";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent } from "#ui/card";
import { Input } from "#ui/input";
import { Link } from "#ui/link";
import { toast } from "#ui/toaster";

/** Tags, stage and segments of a person. */
export function PersonTags({ person }: { person: Person }) {
  const patch = usePatchPerson(person.id);
  const canEdit = useCanEdit();
  const change = (input: PersonPatch) =>
    patch.mutate(input, { onError: (error) => toast.error(problemMessage(error)) });
  return (
    <Card aria-label="Tags, stage and segments">
      <CardContent className="grid gap-4">
        <div className="grid gap-2">
          <h2 className="font-medium text-ui">Tags</h2>
          <TagList
            tags={person.tags}
            {...(canEdit ? { onRemove: (tag: string) => change({ removeTags: [tag] }) } : {})}
          />
          {canEdit ? <AddOne label="Add a tag" onAdd={(tag) => change({ addTags: [tag] })} /> : null}
        </div>
        <div className="grid gap-2">
          <h2 className="font-medium text-ui">Stage</h2>
          {person.stage ? (
            <TagList tags={[person.stage]} {...(canEdit ? { onRemove: () => change({ stage: null }) } : {})} />
          ) : (
            <p className="text-muted-foreground text-xs">None.</p>
          )}
          {canEdit ? <AddOne label="Set the stage" onAdd={(stage) => change({ stage })} /> : null}
        </div>
        <div className="grid gap-2">
          <h2 className="font-medium text-ui">Segments</h2>
          <div className="flex flex-wrap gap-1.5">
            {person.segments.map((segment) => (
              <Link key={segment.id} href={`/segments/${segment.id}`} className="rounded-full">
                <Badge variant="default">{segment.name}</Badge>
              </Link>
            ))}
            {person.segments.length > 0 ? null : <p className="text-muted-foreground text-xs">In none.</p>}
          </div>
        </div>
      </CardContent>
    </Card>
  );
}

function TagList({ tags, onRemove }: { tags: string[]; onRemove?: (tag: string) => void }) {
  if (tags.length === 0) return <p className="text-muted-foreground text-xs">None.</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <Badge className={onRemove ? "pr-1" : ""}>
            {tag}
            {onRemove ? (
              <button
                type="button"
                aria-label={`Remove ${tag}`}
                onClick={() => onRemove(tag)}
                className="rounded-full p-0.5 hover:bg-background"
              >
                <X aria-hidden />
              </button>
            ) : null}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function AddOne({ label, onAdd }: { label: string; onAdd: (text: string) => void }) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = text.trim();
    if (!trimmed) return;
    onAdd(trimmed);
    setText("");
  };
  return (
    <form onSubmit={submit} className="flex gap-1.5">
      <Input
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={255}
        onChange={(event) => setText(event.target.value)}
        className="h-7"
      />
      <Button type="submit" variant="outline" size="icon-sm" aria-label={label} disabled={!text.trim()}>
        <Plus />
      </Button>
    </form>
  );
}
