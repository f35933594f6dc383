//! Accepts connections until it is told to stop, then lets the open ones finish.
//!
//! Slow clients cost little: request heads must arrive in time, idle connections are closed, and the number of
//! connections is bounded.

use crate::{
    capacity,
    lingering::{Lingering, Unread},
    router::router,
    state::ApiState,
};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tokio_util::task::TaskTracker;
use tower::ServiceExt as _;

/// Bytes of a request's head.
const MAX_HEAD_BYTES: usize = 64 << 10;
/// When descriptors run out, waiting for some to come back beats spinning.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves the API on `listener` until `state.shutdown` is cancelled, then for at most `server.shutdown_grace` more.
///
/// # Errors
/// When the listener has no address.
pub async fn serve(listener: TcpListener, state: ApiState) -> io::Result<()> {
    let address = listener.local_addr()?;
    tracing::info!(%address, "listening");
    let shutdown = state.shutdown.clone();
    let grace = state.config.server.shutdown_grace;
    let head_timeout = state.config.server.request_timeout;
    let slots = state.config.worker.slots;
    let router = router(state);
    let connections = TaskTracker::new();
    let permits = Arc::new(Semaphore::new(capacity::connections(slots)));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_timeout).max_buf_size(MAX_HEAD_BYTES);

    loop {
        let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { break };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "failed to accept a connection");
                    sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            },
            () = shutdown.cancelled() => break,
        };
        configure(&stream);
        let router = router.clone();
        let unread = Unread::default();
        let stream = TokioIo::new(Lingering::new(stream, unread.clone()));
        let service = service_fn(move |request: Request<Incoming>| {
            answer(router.clone(), peer, request.map(|body| Body::new(unread.watch(body))))
        });
        let connection = http.serve_connection(stream, service).with_upgrades();
        let shutdown = shutdown.clone();
        connections.spawn(async move {
            let _permit = permit;
            let mut connection = pin!(connection);
            // Clients break connections all the time: nothing to say about it.
            let _ = tokio::select! {
                ended = connection.as_mut() => ended,
                () = shutdown.cancelled() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
        });
    }
    drop(listener);
    connections.close();
    if timeout(grace, connections.wait()).await.is_err() {
        tracing::warn!("some connections did not end in time");
    }
    Ok(())
}

/// Answers are small and complete: waiting to fill a packet would only delay them.
fn configure(stream: &TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "failed to switch off Nagle's algorithm");
    }
}

async fn answer(
    router: axum::Router,
    peer: SocketAddr,
    mut request: Request<Body>,
) -> Result<Response<Body>, Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}
