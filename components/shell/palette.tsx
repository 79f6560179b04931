"use client";
import { Plus, UserRound, Waypoints } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useState } from "react";
import { personLabel, useJourneys, usePeople } from "#data";
import { CommandDialog, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command";
import { STUDIO } from "./navigation.ts";

const OPEN = "sojourn:palette";

export const openPalette = () => window.dispatchEvent(new Event(OPEN));

/** Ctrl+K anywhere but on pages that answer it themselves (they mark the event as handled). */
export function Palette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener(OPEN, show);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(OPEN, show);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <CommandDialog open={open} onOpenChange={setOpen} title="Go to" description="Find a page, a journey or a person">
      {open ? <PaletteBody close={() => setOpen(false)} /> : null}
    </CommandDialog>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const journeys = useJourneys({ limit: 6, ...(search ? { search } : {}) }).data?.data ?? [];
  const people = usePeople({ limit: 5, search }, search.length > 1).data?.data ?? [];
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  return (
    <>
      <CommandInput placeholder="Find a page, a journey, a person…" value={text} onValueChange={setText} />
      <CommandList>
        <CommandEmpty>Nothing found.</CommandEmpty>
        <CommandGroup heading="Studio">
          {STUDIO.map(({ href, label, icon: Icon }) => (
            <CommandItem key={href} value={`page ${label}`} onSelect={go(href)}>
              <Icon /> {label}
            </CommandItem>
          ))}
          <CommandItem value="new journey" onSelect={go("/journeys?new=true")}>
            <Plus /> New journey
          </CommandItem>
        </CommandGroup>
        {journeys.length > 0 ? (
          <CommandGroup heading="Journeys">
            {journeys.map((journey) => (
              <CommandItem
                key={journey.id}
                value={`journey ${journey.name} ${journey.id}`}
                onSelect={go(`/journeys/${journey.id}`)}
              >
                <Waypoints /> <span className="truncate">{journey.name}</span>
              </CommandItem>
            ))}
          </CommandGroup>
        ) : null}
        {search.length > 1 && people.length > 0 ? (
          <CommandGroup heading="People" forceMount>
            {people.map((person) => (
              <CommandItem
                key={person.id}
                forceMount
                value={`person ${person.id}`}
                onSelect={go(`/people/${person.id}`)}
              >
                <UserRound /> <span className="truncate">{personLabel(person)}</span>
              </CommandItem>
            ))}
          </CommandGroup>
        ) : null}
      </CommandList>
    </>
  );
}
