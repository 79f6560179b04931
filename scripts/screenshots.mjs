// npm run screenshots: the pictures of docs/screenshots, and of every page in docs/screenshots/pages. Not part of the tests.
process.env.SOJOURN_SCREENSHOTS ??= "docs/screenshots";
process.argv.push("--e2e", "e2e/demo.spec.ts", "e2e/screenshots.spec.ts");
await import("./test.mjs");
