import { describe, expect, it, test } from "vitest";
import type { MailDesign } from "#mails";
import { renderEmail } from "../render-email.ts";
import { compileMail } from "./compile-mail.ts";

const NOTHING = { snippets: {}, layout: undefined };
const source = (design: MailDesign | null, html = "") => ({ subject: "Hello", html, text: "", design });

async function htmlOf(design: MailDesign | null, html = "", shared: Parameters<typeof compileMail>[1] = NOTHING) {
  const { compiled, findings } = await compileMail(source(design, html), shared);
  return { html: compiled.main.html, findings };
}

describe("MJML with Liquid", () => {
  const mjml = (body: string) =>
    `<mjml><mj-body><mj-section><mj-column>\n${body}\n</mj-column></mj-section></mj-body></mjml>`;

  it("carries Liquid untouched through texts, attributes and the places between components", async () => {
    const body = `<mj-text>{% if a < 3 %}{{ traits.city | default: "your city" }}{% endif %}</mj-text>
{% if traits.plan == "pro" and a < 3 %}
<mj-button href="{{ url | default: 'https://x.example' }}?a=1&b=2">Go</mj-button>
{% endif %}
<mj-image src="{{ picture }}" alt='{{ alt | default: "a < b" }}' />`;
    const { html, findings } = await htmlOf({ editor: "mjml", mjml: mjml(body) });
    expect(findings).toEqual([]);
    for (const tag of body.match(/\{\{.*?\}\}|\{%.*?%\}/g) ?? []) expect(html).toContain(tag);
    const rendered = renderEmail({ subject: "", html, text: "" }, { a: 1, traits: { plan: "free" }, picture: "p" });
    expect(rendered.errors).toEqual([]);
    expect(rendered.html).toContain("your city");
    expect(rendered.html).not.toContain(">Go<");
    expect(renderEmail({ subject: "", html, text: "" }, { a: 1, traits: { plan: "pro" } }).html).toMatch(/>\s*Go\s*</);
  });

  it("names Liquid that MJML would drop, with its line", async () => {
    const { findings } = await htmlOf({ editor: "mjml", mjml: mjml('<mj-text nonsense="{{ lost }}">Hi</mj-text>') });
    expect(findings).toContainEqual(
      expect.objectContaining({
        pointer: "/mail/mjml",
        severity: "error",
        line: 2,
        message: expect.stringContaining("{{ lost }}"),
      }),
    );
  });

  it("names unknown components, and reads no files", async () => {
    const { html, findings } = await htmlOf({
      editor: "mjml",
      mjml: mjml('<mj-nothing>x</mj-nothing><mj-include path="/etc/hostname" />'),
    });
    expect(findings.some(({ message }) => message.includes("mj-nothing"))).toBe(true);
    expect(html).not.toContain("root");
  });

  it("says the line of a Liquid mistake instead of compiling it", async () => {
    const { findings } = await htmlOf({ editor: "mjml", mjml: mjml("<mj-text>\n{% if %}\n</mj-text>") });
    expect(findings).toMatchObject([{ pointer: "/mail/mjml", severity: "error", line: 3 }]);
  });
});

describe("blocks", () => {
  const blocks: MailDesign["blocks"] = [
    { id: "a", type: "heading", text: 'Hi {{ traits.name | default: "there" }} <b>' },
    { id: "b", type: "text", text: "Some **bold** and [a link](https://x.example/?a=1)\n\n- one\n- two <script>" },
    { id: "c", type: "button", label: "Open {{ appName }}", href: "{{ url | default: 'https://x.example' }}" },
    { id: "d", type: "image", src: "https://x.example/a.png", alt: 'A "quoted" cat' },
    { id: "e", type: "divider", showIf: 'traits.plan == "pro"' },
    {
      id: "f",
      type: "columns",
      columns: [
        [{ id: "g", type: "html", html: '<p data-x="{{ x }}">raw' }],
        [{ id: "h", type: "snippet", slug: "foot" }],
      ],
    },
  ];
  const shared = { snippets: { foot: { html: "<i>Foot {{ appName }}</i>", text: "Foot" } }, layout: undefined };

  it("become HTML in which what people wrote is text, and Liquid is untouched", async () => {
    const { html, findings } = await htmlOf({ editor: "blocks", blocks }, "", shared);
    expect(findings).toEqual([]);
    const { html: mail, errors } = renderEmail(
      { subject: "", html, text: "" },
      { traits: { plan: "pro" }, appName: "A<" },
    );
    expect(errors).toEqual([]);
    expect(mail).toContain("Hi there &lt;b&gt;");
    expect(mail).toContain("<strong>bold</strong>");
    expect(mail).toContain('<a href="https://x.example/?a=1">a link</a>');
    expect(mail).toContain("two &lt;script&gt;");
    expect(mail).toContain("Open A&lt;");
    expect(mail).toContain('alt="A &quot;quoted&quot; cat"'.replaceAll("&quot;", "&#34;"));
    expect(mail).toContain('<p data-x="">raw');
    expect(mail).toContain("<i>Foot A&lt;</i>");
  });

  it("are checked one by one, each finding with the pointer of its field", async () => {
    const { findings } = await htmlOf({
      editor: "blocks",
      blocks: [
        { id: "a", type: "text", text: "{{ broken" },
        { id: "b", type: "columns", columns: [[], [{ id: "c", type: "image", src: "x", alt: "" }]] },
        { id: "d", type: "text", text: "x", showIf: "a ==" },
      ],
    });
    expect(findings.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(["/mail/blocks/0/text", "/mail/blocks/1/columns/1/0/alt"]),
    );
  });
});

describe("layouts, snippets, preheader", () => {
  it("a mail stands in its layout, with styles and body of a whole document", async () => {
    const layout =
      "<html><head><title>x</title></head><body><header>Top</header>{% content %}<footer>End</footer></body></html>";
    const { html } = await htmlOf({ preheader: "Soon {{ appName }}" }, "<p>Mid</p>", { snippets: {}, layout });
    expect(html).toMatch(/<body><!--preheader-->.*Soon \{\{ appName \}\}.*<header>Top<\/header><p>Mid<\/p><footer>/);
    expect(renderEmail({ subject: "", html, text: "" }, { appName: "A" }).text).toBe("Top\n\nMid\n\nEnd");
  });

  it("a snippet that is missing or contains itself is an error with its line", async () => {
    const shared = {
      snippets: { a: { html: '{% snippet "b" %}', text: "" }, b: { html: '{% snippet "a" %}', text: "" } },
      layout: undefined,
    };
    const { findings } = await htmlOf(null, 'x\n{% snippet "nope" %}\n{% snippet "a" %}', shared);
    expect(findings).toMatchObject([
      { pointer: "/html", line: 2, message: expect.stringContaining("nope") },
      { pointer: "/html", line: 3, message: expect.stringContaining("contains itself") },
    ]);
  });
});

test("a translation takes what it lacks from the main text, except the text part", async () => {
  const { compiled, findings } = await compileMail(
    {
      ...source(
        { language: "en", languages: { de: { subject: "Hallo", html: "<p>Hallo {{ x" }, fr: { subject: "Salut" } } },
        "<p>Hi</p>",
      ),
      text: "Hi",
    },
    NOTHING,
  );
  expect(compiled.languages.fr).toEqual({ subject: "Salut", html: "<p>Hi</p>", text: "" });
  expect(findings).toMatchObject([{ pointer: "/mail/languages/de/html", severity: "error" }]);
});
