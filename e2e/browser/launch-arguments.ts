const headless = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** For a browser in a container, as root, that sends nothing of its own. */
export const launchArguments = [...headless, ...quiet];
