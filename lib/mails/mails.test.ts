import { describe, expect, test } from "vitest";
import {
  type Block,
  Blocks,
  chooseLanguage,
  insertBlock,
  languageChain,
  languageTag,
  missingLanguages,
  moveBlock,
  newBlock,
  nudgeBlock,
  placeOf,
  removeBlock,
} from "./index.ts";

const text = (id: string): Block => ({ id, type: "text", text: id });
const two: Block[] = [
  text("a"),
  { id: "c", type: "columns", columns: [[{ id: "x", type: "divider" }], []] },
  text("b"),
];
const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id);

describe("blocks", () => {
  test("move within their list, into a column and out of it", () => {
    expect(ids(nudgeBlock(two, "b", -1))).toEqual(["a", "b", "c"]);
    expect(ids(nudgeBlock(two, "a", -1))).toEqual(["a", "c", "b"]);
    const inside = moveBlock(two, "a", { parent: "c", column: 1, at: 0 });
    expect([ids(inside), placeOf(inside, "a")]).toEqual([["c", "b"], { parent: "c", column: 1, at: 0 }]);
    expect(ids(moveBlock(inside, "a", { parent: null, column: 0, at: 1 }))).toEqual(["c", "a", "b"]);
    expect(ids(moveBlock(two, "a", { parent: null, column: 0, at: 3 }))).toEqual(["c", "b", "a"]);
  });

  test("columns hold no columns, and go nowhere into themselves", () => {
    const nested = insertBlock(two, newBlock("columns", "n"), { parent: "c", column: 0, at: 0 });
    expect(ids(nested)).toEqual(["a", "c", "b", "n"]);
    expect(moveBlock(two, "c", { parent: "c", column: 0, at: 0 })).toEqual(two);
  });

  test("are removed wherever they stand, and have every id once", () => {
    expect(placeOf(removeBlock(two, "x"), "x")).toBeNull();
    expect(Blocks.safeParse(two).success).toBe(true);
    expect(Blocks.safeParse([...two, { id: "x", type: "divider" }]).error?.issues[0]?.path).toEqual([3, "id"]);
  });
});

describe("languages", () => {
  test.each([
    ["DE_at", "de-AT"],
    ["pt-br", "pt-BR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["en_US.UTF-8", "en-US"],
    ["klingon", null],
    [7, null],
  ])("%j is read as %j", (written, tag) => {
    expect(languageTag(written)).toBe(tag);
  });

  test("a person gets their language, else it without its region, else those of the workspace in order", () => {
    const chain = languageChain("pt-BR", ["fr", "en"]);
    expect(chain).toEqual(["pt-BR", "pt", "fr", "en"]);
    expect(chooseLanguage(chain, "en", ["pt", "fr"])).toBe("pt");
    expect(chooseLanguage(chain, "en", ["de"])).toBeNull();
    expect(chooseLanguage(["en", "de"], "en", ["de"])).toBeNull();
  });

  test("languages of the workspace in which nothing is written are missing, the main one never", () => {
    expect(missingLanguages(["en", "de", "fr"], null, ["de"])).toEqual(["fr"]);
    expect(missingLanguages(["en", "de"], "de", [])).toEqual(["en"]);
  });
});
