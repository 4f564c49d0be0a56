// Asks for a part of the WebAssembly that comes with the first visit of a page. `cargo xtask build` puts this before the loader
// of those parts. What has failed is asked for past the browser's store, which may hold what was wrong.
const failedParts = new Set();
const fetchPart = async (name, integrity) => {
  try {
    return await fetch(name, { integrity, cache: failedParts.has(name) ? "reload" : "default" });
  } catch (error) {
    failedParts.add(name);
    throw error;
  }
};
