"use client";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { type Person, problemMessage, useCanEdit, usePatchPerson } from "#data";
import { isTimezone } from "#journey";
import { FormDialog, Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { DialogFooter } from "#ui/dialog";
import { Input } from "#ui/input";
import { writeTyped } from "#values";
import { valueText } from "../timeline/value-text.ts";
import { type TraitRow, traitChanges } from "./trait-value.ts";

const isZoneUnknown = (zone: unknown): boolean =>
  zone !== undefined && zone !== null && !(typeof zone === "string" && isTimezone(zone));

export function PersonTraits({ person }: { person: Person }) {
  const [editing, setEditing] = useState(false);
  const canEdit = useCanEdit();
  const traits = Object.entries(person.traits).sort(([a], [b]) => a.localeCompare(b));
  return (
    <Card aria-labelledby="traits-title">
      <CardHeader>
        <CardTitle id="traits-title">Traits</CardTitle>
        {canEdit ? (
          <Button variant="ghost" size="icon-sm" aria-label="Edit the traits" onClick={() => setEditing(true)}>
            <Pencil />
          </Button>
        ) : null}
      </CardHeader>
      <CardContent>
        <dl className="grid gap-2 text-ui">
          {traits.map(([name, value]) => (
            <div key={name} className="flex items-baseline justify-between gap-4">
              <dt className="shrink-0 font-mono text-muted-foreground text-xs">{name}</dt>
              <dd className="min-w-0 break-words text-right">{valueText(value)}</dd>
            </div>
          ))}
        </dl>
        {isZoneUnknown(person.traits.timezone) ? (
          <p className="mt-2 text-warning-ink text-xs">
            The trait “timezone” is not a known time zone such as Europe/Berlin, so the zone of the journey or workspace
            is used.
          </p>
        ) : null}
        {traits.length === 0 ? <p className="text-muted-foreground text-ui">No traits yet.</p> : null}
      </CardContent>
      <FormDialog
        open={editing}
        onOpenChange={setEditing}
        title="Edit traits"
        text="Journeys react to the change as if the site had sent it. Numbers, true, false and JSON keep their type; put quotes around a value to store it as text."
      >
        <TraitsForm person={person} close={() => setEditing(false)} />
      </FormDialog>
    </Card>
  );
}

function TraitsForm({ person, close }: { person: Person; close: () => void }) {
  const [rows, setRows] = useState<(TraitRow & { id: number })[]>(() =>
    Object.entries(person.traits).map(([name, value], id) => ({ id, name, text: writeTyped(value) })),
  );
  const patch = usePatchPerson(person.id);
  const change = (id: number, part: Partial<TraitRow>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const add = () => setRows([...rows, { id: Math.max(-1, ...rows.map((row) => row.id)) + 1, name: "", text: "" }]);
  const save = () => {
    const traits = traitChanges(person.traits, rows);
    if (Object.keys(traits).length === 0) return close();
    patch.mutate({ traits }, { onSuccess: close });
  };
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li key={row.id} className="grid grid-cols-[1fr_1.5fr_auto] gap-2">
            <Input
              aria-label="Name of the trait"
              value={row.name}
              onChange={(event) => change(row.id, { name: event.target.value })}
              className="font-mono"
            />
            <Input
              aria-label={`Value of ${row.name || "the trait"}`}
              value={row.text}
              onChange={(event) => change(row.id, { text: event.target.value })}
            />
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove ${row.name || "the trait"}`}
              onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
            >
              <Trash2 />
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="outline" className="w-fit" onClick={add}>
        <Plus aria-hidden /> Add a trait
      </Button>
      {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          Cancel
        </Button>
        <Button busy={patch.isPending} onClick={save}>
          Save traits
        </Button>
      </DialogFooter>
    </div>
  );
}
