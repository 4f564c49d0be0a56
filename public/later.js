// Asks for a part of the WebAssembly that comes with the first visit of a page, where ahead.js has not. `cargo xtask build` puts
// this before the loader of those parts. What has failed is asked for past the browser's store, which may hold what was wrong.
const partsAhead = window.landscapeLicensing?.parts ?? {};
const failedParts = new Set();
const fetchPart = async (name, integrity) => {
  const ahead = partsAhead[name];
  delete partsAhead[name];
  try {
    return await (ahead ?? fetch(`./${name}`, { integrity, cache: failedParts.has(name) ? "reload" : "default" }));
  } catch (error) {
    failedParts.add(name);
    throw error;
  }
};
