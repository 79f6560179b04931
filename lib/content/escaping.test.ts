import { expect, test } from "vitest";
import { renderEmail, renderEmailHere } from "./render-email.ts";

const traits = { name: "Tom & Jerry", html: "<b>Tom &amp; Jerry</b>", lines: "a<\nb", evil: '<i onclick="x">' };

/** In a thread and, if possible, without one: both must give the same result. */
function html(template: string): string {
  const source = { subject: "", html: template, text: "-" };
  const mail = renderEmail(source, { traits });
  expect(mail.errors).toEqual([]);
  const here = renderEmailHere(source, { traits });
  expect(here === null ? mail.html : here.html).toBe(mail.html);
  return mail.html;
}

const EVIL = "&lt;i onclick=&#34;x&#34;&gt;";

test.each([
  ["escape", "{{ traits.name | escape }}", "Tom &amp; Jerry"],
  ["escape, twice", "{{ traits.name | escape | escape }}", "Tom &amp; Jerry"],
  ["xml_escape", "{{ traits.name | xml_escape }}", "Tom &amp; Jerry"],
  ["escape_once", '{{ "1 &lt; 2 & 3" | escape_once }}', "1 &lt; 2 &amp; 3"],
  ["newline_to_br", "{{ traits.lines | newline_to_br }}", "a&lt;<br />\nb"],
  ["escape and newline_to_br", "{{ traits.lines | escape | newline_to_br }}", "a&lt;<br />\nb"],
  ["strip_html", "{{ traits.html | strip_html }}", "Tom &amp; Jerry"],
  [
    "a captured block",
    '{% capture c %}<a href="/?n={{ traits.name }}">x</a>{% endcapture %}{{ c }}',
    '<a href="/?n=Tom &amp; Jerry">x</a>',
  ],
  [
    "a captured block that is escaped",
    "{% capture c %}{{ traits.name }}{% endcapture %}{{ c | escape }}",
    "Tom &amp; Jerry",
  ],
  [
    "echo of a captured block",
    "{% capture c %}<b>{{ traits.name }}</b>{% endcapture %}{% echo c %}",
    "<b>Tom &amp; Jerry</b>",
  ],
  ["cycle of captured blocks", "{% capture c %}<b>1</b>{% endcapture %}{% cycle c, c %}", "<b>1</b>"],
  ["an assigned value", "{% assign e = traits.name | escape %}{{ e }}", "Tom &amp; Jerry"],
  ["a value that is cut afterwards", "{{ traits.name | escape | truncate: 9 }}", "Tom &a..."],
  ["a value with a written text behind it", "{{ traits.name | escape | append: '<br>' }}", "Tom &amp; Jerry<br>"],
  ["a default that is not needed", "{{ traits.name | escape | default: 'x' }}", "Tom &amp; Jerry"],
  [
    "pieces of a captured block",
    "{% capture c %}{{ traits.name }},b{% endcapture %}{% assign l = c | split: ',' %}{% for x in l %}[{{ x }}]{% endfor %}{{ l | join: ' · ' }}{{ l | first }}",
    "[Tom &amp; Jerry][b]Tom &amp; Jerry · bTom &amp; Jerry",
  ],
  [
    "a place in a captured block",
    "{% capture c %}<b>NAME</b>{% endcapture %}{{ c | replace: 'NAME', traits.name }}",
    "<b>Tom &amp; Jerry</b>",
  ],
  [
    "a captured block behind a text",
    "{% capture c %}<b>!</b>{% endcapture %}{{ traits.name | append: c }}",
    "Tom &amp; Jerry<b>!</b>",
  ],
])("L4: what was escaped is not escaped again: %s", (_, template, shown) => {
  expect(html(template)).toBe(shown);
});

test.each([
  ["a value", "{{ traits.evil }}", EVIL],
  ["a written text", '{{ "<b>" }}', "&lt;b&gt;"],
  ["a value through other filters", "{{ traits.evil | upcase | downcase | strip }}", EVIL],
  ["a value behind an escaped text", "{{ 'a' | escape | append: traits.evil }}", `a${EVIL}`],
  ["a value between escaped texts", "{{ 'a' | escape | split: 'x' | join: traits.evil }}", "a"],
  ["a value in an escaped text", "{{ 'a-b' | escape | replace: '-', traits.evil }}", `a${EVIL}b`],
  ["a value instead of an escaped text", "{{ '' | escape | default: traits.evil }}", EVIL],
  ["a value before a captured block", "{% capture c %}x{% endcapture %}{{ c | prepend: traits.evil }}", `${EVIL}x`],
  ["an open tag that strip_html leaves", "{{ '<img onerror=x ' | strip_html }}", "&lt;img onerror=x "],
  ["echo", "{% echo traits.evil %}", EVIL],
  ["cycle", "{% cycle traits.evil %}", EVIL],
  ["a value inside a captured block", "{% capture c %}{{ traits.evil }}{% endcapture %}{{ c }}", EVIL],
  [
    "a captured block cut by a value",
    '{% capture c %}<a title="{{ traits.evil }}">{% endcapture %}{{ c | remove: traits.evil }}',
    `&lt;a title=&#34;${EVIL.replaceAll("&", "&amp;")}&#34;&gt;`,
  ],
])("L4: what was not escaped is: %s", (_, template, shown) => {
  expect(html(template)).toBe(shown);
});

test.each([
  [
    "{% capture c %}pro{% endcapture %}{% if c == 'pro' and c contains 'r' and c.size == 3 and c < 'q' %}yes{% endif %}",
    "yes",
  ],
  ["{% capture c %}{% endcapture %}{% if c == empty and c == blank and c == '' %}yes{% endif %}", "yes"],
  ["{% capture c %}pro{% endcapture %}{% case c %}{% when 'pro' %}yes{% endcase %}", "yes"],
  ["{% capture a %}x{% endcapture %}{% capture b %}x{% endcapture %}{% if a == b %}yes{% endif %}", "yes"],
  ["{% capture c %}x{% endcapture %}{% for one in c %}[{{ one }}]{% endfor %}", "[x]"],
  ["{% capture c %}3{% endcapture %}{{ c | plus: 1 }}{{ c | size }}", "41"],
  ["{% capture c %}2026-03-01{% endcapture %}{{ c | date: '%d.%m.%Y' }}", "01.03.2026"],
  ["{% capture c %}{{ traits.name }}{% endcapture %}{{ c | url_encode }}", "Tom+%26+Jerry"],
  ["{{ 'b,a' | escape | split: ',' | sort | reverse | join: '-' }}", "b-a"],
])("L4: a captured block is a text to tags and filters: %s", (template, shown) => {
  expect(html(template)).toBe(shown);
});

test("L4: texts and subjects are written as they are", () => {
  const source =
    "{{ traits.name }}|{{ traits.name | escape }}|{% capture c %}{{ traits.name }}{% endcapture %}{{ c }}|{{ 'a\nb' | newline_to_br }}";
  const { text } = renderEmail({ subject: "", html: "", text: source }, { traits });
  expect(text).toBe("Tom & Jerry|Tom &amp; Jerry|Tom & Jerry|a<br />\nb");
});
