import * as z from "zod";

/** Texts of blocks are Liquid with a little Markdown; their sizes are bounded as parts of messages are. */
const Text = z.string().max(20_000, "may have 20,000 characters at most");
const Short = z.string().max(2_000, "may have 2,000 characters at most");
const Address = z.string().max(2_000, "may have 2,000 characters at most");
/** A CSS colour as a colour field writes it. */
const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, "is a colour such as #1a2b3c");
const Align = z.enum(["left", "center", "right"]);

const common = {
  /** Unique in the mail; edits, undo and drag name blocks by it. */
  id: z.string().regex(/^[\w-]{1,24}$/, "has letters, digits, - and _, 24 at most"),
  /** A condition in Liquid, such as `traits.plan == "pro"`; people who do not meet it do not get the block. */
  showIf: Short.optional(),
};

export const HeadingBlock = z.strictObject({
  ...common,
  type: z.literal("heading"),
  text: Short,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  align: Align.optional(),
});

export const TextBlock = z.strictObject({ ...common, type: z.literal("text"), text: Text, align: Align.optional() });

export const ImageBlock = z.strictObject({
  ...common,
  type: z.literal("image"),
  src: Address,
  /** What the picture says, for people who do not see it; empty: it is decoration. */
  alt: Short,
  /** Decoration says nothing, and was marked so on purpose. */
  decorative: z.boolean().optional(),
  href: Address.optional(),
  width: z.int().min(16, "at least 16").max(1_200, "at most 1,200").optional(),
  align: Align.optional(),
});

export const ButtonBlock = z.strictObject({
  ...common,
  type: z.literal("button"),
  label: Short,
  href: Address,
  align: Align.optional(),
  color: Colour.optional(),
});

export const DividerBlock = z.strictObject({ ...common, type: z.literal("divider"), color: Colour.optional() });

/** A part that mails share, by its slug. */
export const SnippetBlock = z.strictObject({ ...common, type: z.literal("snippet"), slug: z.string().max(120) });

export const HtmlBlock = z.strictObject({ ...common, type: z.literal("html"), html: Text });

const InColumn = z.discriminatedUnion("type", [
  HeadingBlock,
  TextBlock,
  ImageBlock,
  ButtonBlock,
  DividerBlock,
  SnippetBlock,
  HtmlBlock,
]);

/** Two to four columns beside each other; on phones they stand below each other. */
export const ColumnsBlock = z.strictObject({
  ...common,
  type: z.literal("columns"),
  columns: z.array(z.array(InColumn).max(50)).min(2, "has at least 2 columns").max(4, "has at most 4 columns"),
});

export const Block = z.discriminatedUnion("type", [...InColumn.options, ColumnsBlock]);

export type Block = z.infer<typeof Block>;
export type InnerBlock = z.infer<typeof InColumn>;
export type BlockType = Block["type"];

export const BLOCK_TYPES = [
  "heading",
  "text",
  "image",
  "button",
  "columns",
  "divider",
  "snippet",
  "html",
] as const satisfies readonly BlockType[];

/** All blocks of a mail; every id once. */
export const Blocks = z
  .array(Block)
  .max(200, "has at most 200 blocks")
  .superRefine((blocks, check) => {
    const seen = new Set<string>();
    for (const { id, path } of idsOf(blocks)) {
      if (seen.has(id)) check.addIssue({ code: "custom", path, message: `is the id of another block: ${id}` });
      seen.add(id);
    }
  });

function idsOf(blocks: readonly Block[]): { id: string; path: (string | number)[] }[] {
  return blocks.flatMap((block, at) => [
    { id: block.id, path: [at, "id"] },
    ...(block.type === "columns"
      ? block.columns.flatMap((column, side) =>
          column.map(({ id }, row) => ({ id, path: [at, "columns", side, row, "id"] })),
        )
      : []),
  ]);
}
