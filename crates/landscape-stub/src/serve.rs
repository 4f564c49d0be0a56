use axum::Router;
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use crate::{gate, stub::Shared};

/// Accepts connections until the task is aborted; its connections end with it.
pub(crate) async fn serve(listener: TcpListener, stub: Shared, api: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(converse(stream, stub.clone(), api.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse(stream: TcpStream, stub: Shared, api: Router) {
    // Answers are small: waiting to fill a packet would only slow the tests down.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| gate::pass(stub.clone(), api.clone(), request));
    // An error here is a client that went away, or a connection dropped on purpose.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}
