"use client";
import { Check, ChevronDown } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn.tsx";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "./command.tsx";
import { controlClasses } from "./control-classes.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "./popover.tsx";

/** From this number of entries on, a list gets a search field. */
export const LONG_LIST = 12;

type SearchSelectProps = Omit<ComponentProps<"button">, "value" | "onChange"> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  placeholder?: string;
};

const holds = (_value: string, search: string, words: string[] = []): number =>
  words.join(" ").toLowerCase().includes(search.trim().toLowerCase()) ? 1 : 0;

/** A select over a list too long to read through: typing narrows it. */
export function SearchSelect({ value, onChange, options, placeholder, className, ...trigger }: SearchSelectProps) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const pick = (next: string) => {
    onChange(next);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          role="combobox"
          aria-expanded={open}
          className={cn(
            controlClasses,
            "flex h-8 items-center justify-between gap-2 whitespace-nowrap text-left [&>span]:truncate",
            !chosen && "text-muted-foreground",
            className,
          )}
          {...trigger}
        >
          <span>{chosen?.label ?? placeholder ?? "Choose…"}</span>
          <ChevronDown className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label="Choose" className="w-(--radix-popover-trigger-width) min-w-56 p-0">
        <Command defaultValue={value} filter={holds} label="Choose">
          <CommandInput placeholder="Search…" />
          <CommandList>
            <CommandEmpty>Nothing found.</CommandEmpty>
            {options.map((option) => (
              <CommandItem
                key={option.value}
                value={option.value}
                keywords={[option.label]}
                onSelect={() => pick(option.value)}
              >
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {option.value === value ? <Check aria-hidden /> : null}
              </CommandItem>
            ))}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
