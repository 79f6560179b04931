import { Code, Columns2, Heading, Image, type LucideIcon, Minus, MousePointerClick, Puzzle, Type } from "lucide-react";
import type { Block, BlockType } from "#mails";

export const BLOCKS: Readonly<Record<BlockType, { readonly label: string; readonly icon: LucideIcon }>> = {
  heading: { label: "Heading", icon: Heading },
  text: { label: "Text", icon: Type },
  image: { label: "Image", icon: Image },
  button: { label: "Button", icon: MousePointerClick },
  columns: { label: "Columns", icon: Columns2 },
  divider: { label: "Divider", icon: Minus },
  snippet: { label: "Snippet", icon: Puzzle },
  html: { label: "HTML", icon: Code },
};

/** What a block says, in a line. */
export function summaryOf(block: Block): string {
  switch (block.type) {
    case "heading":
    case "text":
      return block.text;
    case "image":
      return block.alt || block.src || "No picture yet";
    case "button":
      return block.label;
    case "columns":
      return `${block.columns.length} columns`;
    case "divider":
      return "A line";
    case "snippet":
      return block.slug || "No snippet yet";
    case "html":
      return block.html;
  }
}
