//! The stand-in for the Landscape API, as a program.

use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{command, workspace};

/// Builds the stand-in and returns where its program is.
pub fn build() -> Result<PathBuf> {
    command::run(command::host("cargo").args(["build", "--package", "landscape-stub"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    Ok(workspace::root().join(target).join("debug/landscape-stub"))
}

/// Fails with a plain word when something listens on `port` already.
pub fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!("port {port} is taken; choose another with --port")
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used; choose another with --port")),
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use background::free_port;

    use crate::stub::check_port;

    #[test]
    fn a_taken_port_is_said_to_be_taken() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let error = check_port(port).expect_err("the port is taken");
        assert_eq!(error.to_string(), format!("port {port} is taken; choose another with --port"));
    }

    #[test]
    fn a_free_port_passes_the_check() {
        let port = free_port().expect("a port is free");
        assert!(check_port(port).is_ok());
    }
}
