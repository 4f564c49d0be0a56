// What the page sends is written down, and its long waits are as short as the test wants.
if (window.faults) return;
const { fetch, setTimeout } = window;
const faults = (window.faults = { sent: [], haste: 1 });
window.fetch = (request, ...rest) => {
  faults.sent.push(`${request.method ?? "GET"} ${new URL(request.url ?? request, location.href).pathname}`);
  return fetch(request, ...rest);
};
window.setTimeout = (act, delay, ...rest) => setTimeout(act, delay >= 10_000 ? delay / faults.haste : delay, ...rest);
