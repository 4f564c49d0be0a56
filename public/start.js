// What starts the app in the release build. `cargo xtask build` puts it behind wasm-bindgen's glue, in the one file that
// index.html vouches for by its hash.
try {
  // Nothing starts on half a page: boot.js has left its mark and no failure since, and the styles are in force.
  const styles = [...document.querySelectorAll('link[rel="stylesheet"]')];
  const is_styled = () => styles.every((link) => link.sheet?.cssRules.length);
  if (!is_styled() && document.readyState !== "complete") {
    // WebKit now and then runs a module while the styles are still on their way.
    await new Promise((resolve) => window.addEventListener("load", resolve));
  }
  const mark = document.documentElement.getAttribute("data-boot");
  if (!mark || mark === "failed" || !is_styled()) {
    throw new Error("a part of the page did not arrive as it was built");
  }
  await __wbg_init({ module_or_path: window.landscapeLicensing.start });
  restWhenUsed();
} catch (error) {
  // WebKit tells nobody of a failure of a module that waits for something: neither boot.js nor src/main.rs.
  window.dispatchEvent(new ErrorEvent("error", { error }));
  throw error;
} finally {
  delete window.landscapeLicensing;
}
