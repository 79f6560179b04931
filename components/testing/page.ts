import "#styles.css";

// Next's parts read settings from here; its bundler puts them in their place, in the product.
if (!("process" in globalThis)) Object.assign(globalThis, { process: { env: {} } });
