//! What becomes of a connection whose request is to go wrong.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::watch,
};

use crate::faults::{fault::Trouble, message::Message};

/// How long a dripping answer takes for each byte.
const DRIP: Duration = Duration::from_secs(1);

/// Whether the trouble is over, as somebody who waits for that sees it.
pub(crate) type Lifted = watch::Receiver<u64>;

impl Trouble {
    /// Whether the server gets the request all the same.
    pub(crate) fn reaches_server(&self) -> bool {
        !matches!(self, Self::Refused | Self::Reset | Self::Stall | Self::Answer { .. })
    }
}

/// Spoils an answer, which is there where the server got the request.
pub(crate) async fn spoil(mut browser: TcpStream, trouble: &Trouble, genuine: Option<Message>, mut lifted: Lifted) {
    match (trouble, genuine) {
        (Trouble::Answer { status, headers, body }, _) => {
            send(browser, Message::answer(*status, headers, body.clone())).await;
        }
        (Trouble::Stall, _) => until_lifted_or_left(&mut browser, &mut lifted).await,
        (Trouble::Hold, Some(answer)) => {
            until_lifted_or_left(&mut browser, &mut lifted).await;
            send(browser, answer).await;
        }
        (Trouble::ResetInBody, Some(answer)) => {
            half(&mut browser, answer).await;
            reset(browser);
        }
        (Trouble::StallInBody, Some(answer)) => {
            half(&mut browser, answer).await;
            until_lifted_or_left(&mut browser, &mut lifted).await;
        }
        (Trouble::Drip, Some(answer)) => drip(browser, answer, &mut lifted).await,
        (Trouble::Truncated, Some(mut answer)) => {
            answer.body.truncate(answer.body.len() / 2);
            send(browser, answer).await;
        }
        (Trouble::Twice, Some(mut answer)) => {
            answer.body.extend_from_within(..);
            send(browser, answer).await;
        }
        (Trouble::Utf16, Some(mut answer)) => {
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            answer.body = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            answer.set("Content-Type", "application/json; charset=utf-16le");
            send(browser, answer).await;
        }
        (Trouble::Typed(kind), Some(mut answer)) => {
            answer.set("Content-Type", kind);
            send(browser, answer).await;
        }
        _ => reset(browser),
    }
}

/// Passes an answer on.
pub(crate) async fn send(mut browser: TcpStream, answer: Message) {
    // A browser that has gone already needs no answer.
    let _ = browser.write_all(&answer.bytes()).await;
    let _ = browser.shutdown().await;
}

/// Ends a connection as a broken network does.
pub(crate) fn reset(browser: TcpStream) {
    let _ = browser.set_zero_linger();
}

async fn half(browser: &mut TcpStream, mut answer: Message) {
    answer.set("Content-Length", &answer.body.len().to_string());
    let _ = browser.write_all(&answer.head()).await;
    let _ = browser.write_all(&answer.body[..answer.body.len() / 2]).await;
    let _ = browser.flush().await;
}

async fn drip(mut browser: TcpStream, mut answer: Message, lifted: &mut Lifted) {
    answer.set("Content-Length", &answer.body.len().to_string());
    let _ = browser.write_all(&answer.head()).await;
    for byte in answer.body {
        if browser.write_all(&[byte]).await.is_err() {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(DRIP) => {}
            _ = lifted.changed() => return,
        }
    }
}

async fn until_lifted_or_left(browser: &mut TcpStream, lifted: &mut Lifted) {
    let mut rest = [0; 64];
    tokio::select! {
        _ = lifted.changed() => {}
        _ = browser.read(&mut rest) => {}
    }
}
