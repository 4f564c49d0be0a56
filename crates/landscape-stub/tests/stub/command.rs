use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Command, Stdio},
};

const COMMAND: &str = env!("CARGO_BIN_EXE_landscape-stub");

#[test]
fn the_first_line_is_the_address_and_the_rest_for_people() {
    let mut command =
        Command::new(COMMAND).args(["--port", "0"]).stdout(Stdio::piped()).spawn().expect("it should start");
    let stdout = BufReader::new(command.stdout.take().expect("stdout is piped"));
    let lines: Vec<String> = stdout.lines().take(9).map_while(Result::ok).collect();
    command.kill().expect("it should still run");
    command.wait().expect("it should end");
    assert!(lines[0].starts_with("listening on http://127.0.0.1:") && lines[0].ends_with('/'), "{}", lines[0]);
    let rest = lines.join("\n");
    for wanted in ["john.smith@example.com", "landscape", "LANDSCAPEKEY", "landscape-secret", "JWT         ey"] {
        assert!(rest.contains(wanted), "{wanted}: {rest}");
    }
}

#[test]
fn a_taken_port_is_explained() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port should be free");
    let port = taken.local_addr().expect("a listener has an address").port().to_string();
    let output = Command::new(COMMAND).args(["--port", &port]).output().expect("it should start");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(message.contains(&format!("port {port} is taken")), "{message}");
}
