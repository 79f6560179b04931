"use client";
import { ChevronDown, UserRound } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { personHint, personLabel, usePeople, usePerson } from "#data";
import { Button } from "#ui/button";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "#ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";

type PersonPickerProps = {
  label: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  empty?: string;
};

/** Chooses one person by name, e-mail or id. */
export function PersonPicker({ label, value, onChange, empty }: PersonPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline" className="max-w-56 justify-between font-normal">
          <UserRound aria-hidden className="text-muted-foreground" />
          <span className="sr-only">{label}: </span>
          <span className="truncate">{value ? <Chosen id={value} /> : (empty ?? "Anyone")}</span>
          <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="p-0">
        <PeopleCommand
          label={label}
          onPick={(id) => {
            onChange(id);
            setOpen(false);
          }}
          {...(value
            ? {
                onNone: () => {
                  onChange(null);
                  setOpen(false);
                },
              }
            : {})}
        />
      </PopoverContent>
    </Popover>
  );
}

function Chosen({ id }: { id: string }) {
  const { data: person } = usePerson(id);
  return person ? personLabel(person) : "…";
}

/** A search field with the people it finds. */
export function PeopleCommand({
  label,
  onPick,
  onNone,
}: {
  label: string;
  onPick: (id: string) => void;
  onNone?: () => void;
}) {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const people = usePeople({ search, limit: 8 });
  return (
    <Command shouldFilter={false} label={label}>
      <CommandInput placeholder="Name, email or id…" value={text} onValueChange={setText} />
      <CommandList>
        <CommandEmpty>{people.isPending ? "Searching…" : "Nobody found."}</CommandEmpty>
        {onNone ? (
          <CommandItem value="none" onSelect={onNone}>
            Anyone
          </CommandItem>
        ) : null}
        {(people.data?.data ?? []).map((person) => (
          <CommandItem key={person.id} value={person.id} onSelect={() => onPick(person.id)}>
            <span className="min-w-0">
              <span className="block truncate">{personLabel(person)}</span>
              <span className="block truncate text-muted-foreground text-xs">{personHint(person)}</span>
            </span>
          </CommandItem>
        ))}
      </CommandList>
    </Command>
  );
}
