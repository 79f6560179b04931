/** The lines for the head of a page: calls wait in `DAP.q` until the script has arrived. `url` is where Sojourn is. */
export const stub = (key: string, url: string): string => `<script>
window.DAP=window.DAP||function(){(DAP.q=DAP.q||[]).push(arguments)};
DAP("init",${JSON.stringify(key)});
</script>
<script async src="${url}/sdk/sojourn.js"></script>`;
