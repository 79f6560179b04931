import type { RefObject } from "react";
import type { ContentFinding } from "#data";
import type { Block, BlockType, Place } from "#mails";
import type { InsertAtCursor } from "../code-field.tsx";

/** What a list of blocks, in the mail or in a column, knows of all of them. */
export type BlockListProps = {
  blocks: readonly Block[];
  /** All blocks of the mail. */
  all: readonly Block[];
  parent: string | null;
  column: number;
  chosen: string | null;
  findings: readonly ContentFinding[];
  /** The JSON pointer of the list. */
  base: string;
  insert: RefObject<InsertAtCursor | null>;
  onChoose: (id: string | null) => void;
  /** `about`: what is changed by typing, so that undo takes it as one step. */
  onChange: (blocks: Block[], about?: string | null) => void;
  onAdd: (type: BlockType, place: Place) => void;
};
