import { expect, it } from "vitest";
import { renderEmailHere, renderWebhookHere } from "./index.ts";
import { renderEmail } from "./render-email.ts";

const blank = { subject: "", html: "", text: "" };
const variables = { traits: { name: "<Ada>", items: [{ title: "Tea", price: 3 }], tags: ["a", "b"] } };

it("T1: what a mail usually does is rendered where it is needed, as a thread would", () => {
  const template = {
    subject: "Hello {{ traits.name | default: 'you' | upcase }}",
    html: "{% if traits.items.size > 0 %}{% for item in traits.items %}<li>{{ item.title }} {{ item.price | times: 2 | round: 1 }}</li>{% endfor %}{% endif %}{{ traits.name }}",
    text: "{{ traits.tags | join: ', ' }} {{ '2026-03-01' | date: '%Y' }}{% assign x = 'y' %}{% capture z %}{{ x }}{% endcapture %}{{ z }}",
  };
  // Code is slow on its first run: the time budget may be exceeded before it is warm.
  renderEmailHere(template, variables);
  const here = renderEmailHere(template, variables);
  expect(here).toEqual(renderEmail(template, variables));
  expect(here?.html).toBe("<li>Tea 6</li>&lt;Ada&gt;");
});

it.each([
  ["{{ traits.items | where: 'title', 'Tea' | map: 'price' | sum }}", "3"],
  ["{{ traits.tags | sort | reverse | uniq | compact | join }}", "b a"],
  ["{{ traits.tags | sort_natural | first }}{{ traits.items | reject: 'title' | size }}", "a0"],
  [
    "{% assign tea = traits.items | find: 'title', 'Tea' %}{{ tea.price }}{{ traits.items | has: 'price', 4 }}",
    "3false",
  ],
])("Lists are searched and sorted where a mail is needed, without a thread: %s", (html, shown) => {
  const source = { ...blank, html };
  expect(renderEmailHere(source, variables)?.html).toBe(shown);
  expect(renderEmail(source, variables).html).toBe(shown);
});

it("sorting long lists again and again is left to a thread after some ten milliseconds", () => {
  const numbers = { list: Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 5_003) };
  const sorts = (times: number) => `{{ list ${"| sort ".repeat(times)}| first }}`;
  expect(renderEmailHere({ ...blank, html: sorts(2) }, numbers)?.html).toBe("0");
  const began = process.threadCpuUsage();
  for (const html of [
    sorts(60),
    `{{ list | map: "${"a".repeat(500)}" | size }}`,
    `{{ list ${'| reject: "a"'.repeat(60)}| size }}`,
  ])
    expect(renderEmailHere({ ...blank, html }, numbers)).toBeNull();
  expect(process.threadCpuUsage(began).user).toBeLessThan(1_000_000);
});

it.each([
  ["makes lists of lists", "{% assign a = traits.tags | push: traits.tags %}{{ a | size }}"],
  ["searches with an expression", "{{ traits.items | where_exp: 'item', 'item.price > 2' | size }}"],
  ["has a long tag", `{{ traits.name ${"| upcase".repeat(200)} }}`],
  ["has very many tags", "{{ traits.name }}".repeat(3_000)],
  ["writes more than it may", `{% for i in (1..3000) %}${"x".repeat(1_000)}{% endfor %}`],
  ["cannot be parsed", "{% if %}"],
])("T1: a template that %s is left to a thread", (_, source) => {
  expect(renderEmailHere({ ...blank, html: source }, variables)).toBeNull();
  expect(renderWebhookHere({ url: "https://example.com", body: source }, variables)).toBeNull();
});

it("T1: a template that takes long is given up here after some ten milliseconds, and not tried again at once", async () => {
  const list = `{% assign list = "${"x,".repeat(200)}" | split: "," %}`;
  const source = `${list}${"{% for x in list %}".repeat(4)}${"{% endfor %}".repeat(4)}`;
  expect(renderEmailHere({ ...blank, html: source }, {})).toBeNull();
  // In processor time, which is less than wall time on a busy machine, so such a run does not count.
  const spentOnTen = () => {
    const began = process.threadCpuUsage();
    for (let n = 0; n < 10; n++) expect(renderEmailHere({ ...blank, html: source }, {})).toBeNull();
    return process.threadCpuUsage(began).user;
  };
  await expect.poll(spentOnTen, { timeout: 10_000 }).toBeLessThan(10_000);
});
