// What starts the app in the release build. `cargo xtask build` puts it behind wasm-bindgen's glue, in the one file that
// index.html vouches for by its hash.
try {
  // Nothing starts on half a page: boot.js has left its mark and no failure since, and the styles are in force.
  const mark = document.documentElement.getAttribute("data-boot");
  const styles = [...document.querySelectorAll('link[rel="stylesheet"]')];
  if (!mark || mark === "failed" || !styles.every((link) => link.sheet?.cssRules.length)) {
    throw new Error("a part of the page did not arrive as it was built");
  }
  const module_or_path = window.landscapeLicensing;
  delete window.landscapeLicensing;
  await __wbg_init({ module_or_path });
} catch (error) {
  // WebKit tells boot.js of no failure of a module that waits for something.
  window.dispatchEvent(new Event("error"));
  throw error;
}
