import { describe, expect, it } from "vitest";
import { checkTemplate } from "./check-template.ts";
import { renderEmail } from "./render-email.ts";
import { NO_NOTES } from "./render-notes.ts";

const blank = { subject: "", html: "", text: "" };

describe("an e-mail", () => {
  it("is rendered with the person's values in all three parts", () => {
    const mail = renderEmail(
      {
        subject: "Hello {{ traits.name }}",
        html: "<p>Plan: {{ traits.plan | upcase }}</p>",
        text: "Plan: {{ traits.plan }}",
      },
      { traits: { name: "Ada", plan: "pro" } },
    );
    expect(mail).toEqual({
      subject: "Hello Ada",
      html: "<p>Plan: PRO</p>",
      text: "Plan: pro",
      headers: { fromName: "", replyTo: "", cc: [] },
      errors: [],
      ...NO_NOTES,
    });
  });

  it("escapes values in HTML unless the template says raw, and nowhere else", () => {
    const source = "{{ name }}|{{ name | raw }}";
    const mail = renderEmail({ subject: source, html: source, text: source }, { name: "<b>\"&'" });
    expect(mail.html).toBe("&lt;b&gt;&#34;&amp;&#39;|<b>\"&'");
    expect(mail.subject).toBe("<b>\"&'|<b>\"&'");
    expect(mail.text).toBe(mail.subject);
  });

  it("keeps a line break in a value from starting another header", () => {
    const mail = renderEmail({ ...blank, subject: "Hi {{ name }}" }, { name: "Eve\r\nBcc: all@example.com" });
    expect(mail.subject).toBe("Hi Eve Bcc: all@example.com");
  });

  it("derives its text from the HTML when no text is written", () => {
    const html = `<html><head><style>p { color: red }</style></head><body><h1>Hi {{ name }}</h1>
      <p>Your   cart &amp; you.<br>Go <a href="https://shop.example/?a=1&amp;b=2">back</a></p><ul><li>one</li><li>two</li></ul></body></html>`;
    expect(renderEmail({ ...blank, html }, { name: "Ada" }).text).toBe(
      "Hi Ada\n\nYour cart & you.\nGo back (https://shop.example/?a=1&b=2)\n\n- one\n\n- two",
    );
  });

  it("names the field and line of what it cannot render, and renders the rest", () => {
    const mail = renderEmail({ subject: "ok", html: "<p>\n{{ name | nope }}</p>", text: "text" }, {});
    expect(mail.errors).toEqual([{ field: "html", line: 2, message: "Undefined filter: nope" }]);
    expect(mail).toMatchObject({ subject: "ok", html: "", text: "text" });
  });

  it("leaves a value that is not there empty", () => {
    expect(renderEmail({ ...blank, subject: "[{{ traits.nothing.at.all }}]" }, {}).subject).toBe("[]");
  });
});

describe("a template", () => {
  it("is checked without being rendered, with the line of its error", () => {
    expect(checkTemplate("Hello {{ name }}")).toBeNull();
    expect(checkTemplate("one\ntwo {% if x %}")).toEqual({ line: 2, message: "Tag {% if x %} not closed" });
    expect(checkTemplate("{{ name ")?.message).toContain("not closed");
  });

  it("cannot read other templates or files", () => {
    for (const tag of ["include '/etc/passwd'", "render 'x'", "layout 'x'"]) {
      expect(checkTemplate(`{% ${tag} %}`)?.message).toContain("not found");
    }
  });

  it("cannot run for ever or fill the memory", () => {
    const loops = "{% for i in (1..90000) %}{% for j in (1..90000) %}a{% endfor %}{% endfor %}";
    expect(renderEmail({ ...blank, html: loops }, {}).errors[0]?.message).toMatch(
      /limit exceeded|produces more text or longer lists|writes more than/,
    );
    expect(renderEmail({ ...blank, html: "{% for i in (1..100000000) %}a{% endfor %}" }, {}).errors).toHaveLength(1);
    expect(checkTemplate("x".repeat(500_001))).not.toBeNull();
  });

  it("sees no functions or prototypes of the values it is given", () => {
    const mail = renderEmail(
      { ...blank, text: "[{{ traits.constructor.name }}{{ traits.toString }}]" },
      { traits: {} },
    );
    expect(mail.text).toBe("[]");
  });
});
