// What must be known before the first paint, and so before WebAssembly: the chosen theme, and whether this tab has a
// session, which decides between the frame and the sign-in page. See src/theme.rs and src/session.rs.
(function () {
  var page = document.documentElement;
  try {
    var theme = localStorage.getItem("landscape-licensing.theme");
    if (theme === "light" || theme === "dark") page.setAttribute("data-theme", theme);
    if (sessionStorage.getItem("landscape-licensing.session")) page.setAttribute("data-boot", "frame");
  } catch (_) {
    // Without storage: the system's theme, and the page to sign in.
  }
})();
