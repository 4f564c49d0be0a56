//! The world outside of the stand-in: whatever a browser asks of it ends here and is written down.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What Firefox asks of its maker by itself.
const FIREFOX: [&str; 4] = [".mozilla.com", ".mozilla.net", ".mozilla.org", ".firefox.com"];

/// A proxy that leads nowhere.
#[derive(Debug)]
pub struct Outside {
    /// Where it listens, without a scheme.
    pub address: String,
    requests: Arc<Mutex<Vec<String>>>,
    listening: JoinHandle<()>,
}

impl Outside {
    /// Begins to listen on a free loopback port.
    ///
    /// # Panics
    /// When there is none.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a loopback port is free");
        let address = listener.local_addr().expect("it is bound").to_string();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let listening = tokio::spawn(listen(listener, Arc::clone(&requests)));
        Self { address, requests, listening }
    }

    /// The first line of every request that reached it and that is not one of the browser's own.
    pub fn requests(&self) -> Vec<String> {
        let is_pages = |request: &&String| !FIREFOX.iter().any(|host| request.contains(host));
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(is_pages).cloned().collect()
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, requests: Arc<Mutex<Vec<String>>>) {
    while let Ok((connection, _)) = listener.accept().await {
        tokio::spawn(refuse(connection, Arc::clone(&requests)));
    }
}

/// Writes the first line down, which is no text where the browser speaks TLS at once, and says that nobody is there.
async fn refuse(connection: TcpStream, requests: Arc<Mutex<Vec<String>>>) {
    let mut connection = BufReader::new(connection);
    let mut line = Vec::new();
    if connection.read_until(b'\n', &mut line).await.is_ok_and(|length| length > 0) {
        let line = String::from_utf8_lossy(&line).trim().to_owned();
        requests.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
    // A browser that has gone already needs no answer.
    let _ = connection.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
}
