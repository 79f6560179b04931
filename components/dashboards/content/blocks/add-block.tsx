"use client";
import { Plus } from "lucide-react";
import { BLOCK_TYPES, type BlockType } from "#mails";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { BLOCKS } from "./block-words.ts";

type AddBlockProps = { label: string; isInner?: boolean; onAdd: (type: BlockType) => void };

/** A menu of the kinds of block; columns hold all but columns. */
export function AddBlock({ label, isInner = false, onAdd }: AddBlockProps) {
  const types = BLOCK_TYPES.filter((type) => !isInner || type !== "columns");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size={isInner ? "sm" : "default"} className="justify-self-start">
          <Plus aria-hidden /> {label}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {types.map((type) => {
          const { label: word, icon: Icon } = BLOCKS[type];
          return (
            <DropdownMenuItem key={type} onSelect={() => onAdd(type)}>
              <Icon /> {word}
            </DropdownMenuItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
