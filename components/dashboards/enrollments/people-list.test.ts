import { describe, expect, it } from "vitest";
import { readPeopleList } from "./people-list.ts";
import { changeUse, guessUses, openPeopleTable } from "./people-table.ts";

const read = (text: string) => {
  const table = openPeopleTable(text);
  return readPeopleList(table, guessUses(table));
};

describe("S31: which column says who the person is", () => {
  it("takes one id a line, and names the lines that repeat one", () => {
    expect(read("u1\nu2\nu1\n")).toEqual({
      people: [{ userId: "u1" }, { userId: "u2" }],
      lines: [1, 2],
      leftOut: [{ line: 3, why: "the same person as in line 1" }],
      missing: null,
    });
  });

  it("takes the column that is named so, and keeps the others as properties", () => {
    expect(read("email;External_Id\na@example.com;u1\nb@example.com;007").people).toEqual([
      { userId: "u1", properties: { email: "a@example.com" } },
      { userId: "007", properties: { email: "b@example.com" } },
    ]);
    expect(read("anonymous id\nv1").people).toEqual([{ anonymousId: "v1" }]);
  });

  it("asks where no name says so, and takes what is chosen", () => {
    const table = openPeopleTable("email,plan,note\na@example.com,pro,x");
    const guessed = guessUses(table);
    expect(guessed).toEqual(["property", "property", "property"]);
    expect(readPeopleList(table, guessed)).toMatchObject({ people: [], missing: expect.stringContaining("Choose") });
    const uses = changeUse(changeUse(guessed, 0, "userId"), 2, "ignore");
    expect(readPeopleList(table, uses).people).toEqual([{ userId: "a@example.com", properties: { plan: "pro" } }]);
    expect(changeUse(uses, 1, "anonymousId")).toEqual(["property", "anonymousId", "ignore"]);
  });

  it("takes a header above addresses for a header, and an address for no header", () => {
    expect(read("email\na@example.com\nb@example.com").people).toEqual([
      { userId: "a@example.com" },
      { userId: "b@example.com" },
    ]);
    expect(openPeopleTable("a@example.com,pro\nb@example.com,free")).toMatchObject({ hasHeader: false });
    expect(openPeopleTable("one,two\nthree,four", false)).toMatchObject({
      columns: ["column_1", "column_2"],
      rows: [{ line: 1 }, { line: 2 }],
    });
  });
});

describe("S31: nothing is left out in silence", () => {
  it("names the lines of rows that are uneven, empty of an id, or too long", () => {
    const list = read(`userId,plan,\nu1,"a\nb",\nu2,Ann, Lee,x\nu3\n,pro,\n${"x".repeat(256)},pro,`);
    expect(list.people).toEqual([{ userId: "u1", properties: { plan: "a\nb" } }]);
    expect(list.leftOut).toEqual([
      { line: 4, why: "4 cells instead of 3" },
      { line: 5, why: "1 cell instead of 3" },
      { line: 6, why: "no id" },
      { line: 7, why: "an id of more than 255 characters" },
    ]);
  });

  it("keeps columns of one name apart, and names those without one", () => {
    expect(openPeopleTable("userId,plan,plan,").columns).toEqual(["userId", "plan", "plan_2", "column_4"]);
  });

  it("leaves out what is no person id, and takes one in any case", () => {
    const id = "0197A000-0000-7000-8000-00000000000a";
    expect(read(`personId\n${id}\nann`)).toMatchObject({
      people: [{ personId: id }],
      leftOut: [{ line: 3, why: "not a person id" }],
    });
  });

  it("says where a quote is not closed, and that a list names nobody", () => {
    expect(read('userId,note\nu1,"x')).toMatchObject({ people: [], missing: expect.stringMatching(/^Line 2: /) });
    expect(read("userId\n").missing).toBe("This list contains no ids.");
  });
});
