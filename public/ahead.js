// Asks for the WebAssembly while the script that starts it is still on its way. `cargo xtask build` puts this behind boot.js,
// and writes the name and the hash into it. A preload link would do, but WebKit then asks twice.
window.landscapeLicensing = fetch("./{{module}}", { integrity: "{{integrity}}" });
