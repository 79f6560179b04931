import { expect, test } from "vitest";
import { renderEmail, renderEmailHere } from "./render-email.ts";

const traits = { total: 90, none: 0, price: "19.9", items: [{ price: 0.1 }, { price: 0.2 }, { price: "x" }] };

function mail(html: string) {
  const source = { subject: "", html, text: "-" };
  const inThread = renderEmail(source, { traits });
  const here = renderEmailHere(source, { traits });
  expect(here ?? inThread).toEqual(inThread);
  return inThread;
}

test.each([
  ["{{ 19.9 | times: 100 }}", "1990"],
  ["{{ traits.price | times: 100 }}", "1990"],
  ["{{ 0.1 | plus: 0.2 }}", "0.3"],
  ["{{ 0.3 | minus: 0.1 }}", "0.2"],
  ["{{ 1.1 | divided_by: 0.1 }}", "11"],
  ["{{ 10 | divided_by: 4 }}", "2.5"],
  ["{{ 7 | divided_by: 2, true }}", "3"],
  ["{{ 5.5 | modulo: 0.1 }}", "0"],
  ["{{ -7 | modulo: 3 }}", "2"],
  ["{{ 1.005 | times: 1000 }}", "1005"],
  ["{{ 4.35 | times: 100 | ceil }}", "435"],
  ["{{ 9007199254740991 | plus: 1 }}", "9007199254740992"],
  ["{{ '2e-3' | times: 3 }}", "0.006"],
  ["{{ traits.items | sum: 'price' }}", "0.3"],
  ["{{ traits.nothing | plus: 1 }}", "1"],
])("L7: arithmetic prints what people compute: %s", (template, printed) => {
  expect(mail(template).html).toBe(printed);
});

test.each([
  ["{{ traits.total | divided_by: traits.none }}", "", ["traits.total | divided_by: traits.none"]],
  ["{{ 0 | divided_by: 0 | plus: 1 | round }}", "", ["0 | divided_by: 0 | plus: 1 | round"]],
  ["{{ traits.total | modulo: 0 }}", "", ["traits.total | modulo: 0"]],
  ["{% assign r = 1 | divided_by: 0 %}{{ 5 | divided_by: r }}", "", ["5 | divided_by: r"]],
  ["{{ traits.total | divided_by: 0 | append: ' €' }}", " €", ["… | append"]],
  ["{% assign r = traits.total | divided_by: 0 %}{{ r }}", "", ["r"]],
  ["{{ traits.total | divided_by: 0 | default: 'none' }}", "none", []],
  ["{{ 'a' | to_integer }}", "", ["'a' | to_integer"]],
])("S29: what does not result in a number prints nothing and is reported: %s", (template, printed, reported) => {
  expect(mail(template)).toMatchObject({ html: printed, notFinite: reported });
});

test.each([
  ["{{ traits.name }}", ["traits.name"]],
  ["{{ nonsense.foo }}", ["nonsense.foo"]],
  ["{{ traits['first name'] | upcase }}", ["traits['first name']"]],
  ["{{ traits.name }}{{ traits.name }}{% echo traits.city %}", ["traits.name", "traits.city"]],
  ["{{ traits.name | raw }}", ["traits.name"]],
  ["{% for item in traits.items %}{{ item.title }}{% endfor %}", ["item.title"]],
  ["{% assign first = traits.name | split: ' ' | first %}{{ first }}", ["first"]],
  ["{{ traits.name | default: 'you' }}{{ traits.name | default: '' }}", []],
  ["{% if traits.name %}{{ traits.name }}{% endif %}", []],
  ["{% assign a = '' %}{{ a }}{% capture b %}{% endcapture %}{{ b }}{{ '' }}", []],
  ["{{ traits.total }}{{ traits.none }}", []],
])("S29: a variable that prints nothing is named: %s", (template, empty) => {
  expect(mail(template)).toMatchObject({ empty });
});
