"use client";
import { Code, type LucideIcon, Plus, Store, UserRound, Waypoints } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { personLabel, useJourneys, usePeople } from "#data";
import { CommandDialog, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command";
import { STUDIO } from "./navigation.ts";
import { ranked, rankOf, type Searched } from "./rank.ts";

type PaletteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Finds pages, journeys and people by what is typed. */
export function PaletteDialog({ open, onOpenChange }: PaletteDialogProps) {
  return (
    <CommandDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Go to"
      description="Find a page, a journey or a person"
    >
      {open ? <PaletteBody close={() => onOpenChange(false)} /> : null}
    </CommandDialog>
  );
}

type Entry = Searched & { key: string; icon: LucideIcon; href: string };
type Group = { heading: string; entries: readonly Entry[] };

const PAGES: readonly Entry[] = [
  ...STUDIO.map(({ href, label, icon }) => ({ key: href, title: label, words: "page", icon, href })),
  {
    key: "/install",
    title: "Put Sojourn into your pages",
    words: "page install snippet script",
    icon: Code,
    href: "/install",
  },
  { key: "/demo-shop", title: "Demo shop", words: "page demo shop try", icon: Store, href: "/demo-shop" },
  { key: "new", title: "New journey", words: "create", icon: Plus, href: "/journeys?new=true" },
];

/** Keeps all results of the server, even if they match by a hidden field; the best group comes first. */
function arrange(groups: readonly Group[], search: string): Group[] {
  const best = ({ entries }: Group) => Math.min(...entries.map((entry) => rankOf(entry, search) ?? 9));
  return groups.filter(({ entries }) => entries.length > 0).sort((a, b) => best(a) - best(b));
}

function useGroups(search: string): Group[] {
  const journeys = useJourneys({ limit: 6, ...(search ? { search } : {}) }).data?.data ?? [];
  const people = usePeople({ limit: 5, search }, search.length > 1).data?.data ?? [];
  const found = [
    { heading: "Studio", entries: ranked(PAGES, search, (entry) => entry) },
    {
      heading: "Journeys",
      entries: journeys.map(({ id, name }) => ({ key: id, title: name, icon: Waypoints, href: `/journeys/${id}` })),
    },
    {
      heading: "People",
      entries: people.map((person) => ({
        key: person.id,
        title: personLabel(person),
        icon: UserRound,
        href: `/people/${person.id}`,
      })),
    },
  ];
  return search === "" ? found.slice(0, 2) : arrange(found, search);
}

function PaletteBody({ close }: { close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const groups = useGroups(useDeferredValue(text.trim()));
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  return (
    <>
      <CommandInput placeholder="Find a page, a journey, a person…" value={text} onValueChange={setText} />
      <CommandList>
        <CommandEmpty>Nothing found.</CommandEmpty>
        {groups
          .filter(({ entries }) => entries.length > 0)
          .map(({ heading, entries }) => (
            <CommandGroup key={heading} heading={heading}>
              {entries.map(({ key, title, icon: Icon, href }) => (
                <CommandItem key={key} value={key} onSelect={go(href)}>
                  <Icon /> <span className="truncate">{title}</span>
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
      </CommandList>
    </>
  );
}
