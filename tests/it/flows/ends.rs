//! Whatever becomes of an attempt to connect, the end of it is told: nobody keeps what belongs to a connection that
//! never stood.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mailtool::client::deliver::{Way, deliver};
use mailtool::client::load::Meter;
use mailtool::net::tls_policy::Mode;
use mailtool::transcript::{Note, SessionId, Sink, View};
use tokio::sync::watch;

use super::peer::{Recorder, Told, accept, letter, listen, way};

/// Which connections were told of, and whether each is over.
#[derive(Default)]
struct Ends(Mutex<BTreeMap<SessionId, bool>>);

impl Ends {
    fn hear(&self, session: SessionId, over: bool) {
        self.0.lock().expect("no panic while it was held").insert(session, over);
    }
}

impl Sink for Ends {
    fn turn(&self, session: SessionId, _: &View<'_>) {
        self.hear(session, false);
    }

    fn note(&self, session: SessionId, _: &Note) {
        self.hear(session, false);
    }

    fn end(&self, session: SessionId) {
        self.hear(session, true);
    }
}

/// A way whose connections are watched by a meter, as those of a load are.
fn watched(port: u16) -> (Way, Arc<Ends>) {
    let ends = Arc::new(Ends::default());
    let mut way = way(port, &Arc::new(Recorder::default()));
    way.server.dial.sink = Some(Arc::new(Meter::new(Some(ends.clone()))));
    (way, ends)
}

/// Delivers one letter, in vain: how many connections were told of, all of which are over.
async fn in_vain(way: &Way, ends: &Ends) -> usize {
    let mut told = Told::default();
    let letter = letter(1, &["pepe@gmail.com"], b"a: b\r\n\r\nc\r\n");
    let delivered = deliver(way, std::iter::once(letter), &mut told);
    tokio::time::timeout(Duration::from_secs(20), delivered).await.expect("an end");
    assert_eq!(told.lines(), ["pepe@gmail.com deferred TempFail"]);
    let ends = ends.0.lock().expect("no panic while it was held");
    assert!(ends.values().all(|over| *over), "{ends:?}");
    ends.len()
}

#[tokio::test]
async fn of_connections_that_never_stood() {
    let (way, ends) = watched(1);
    assert_eq!(in_vain(&way, &ends).await, 1);
}

#[tokio::test]
async fn of_handshakes_that_fail_and_of_the_connection_made_instead() {
    let (socket, port) = listen().await;
    let (mut way, ends) = watched(port);
    way.server.mode = Mode::May;
    tokio::spawn(async move {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        peer.hear("\r\n").await;
        peer.say("250-gmail.com\r\n250 STARTTLS\r\n").await;
        peer.hear("STARTTLS\r\n").await;
        peer.say("220 go\r\n").await;
        peer.take(20).await;
        drop(peer);
        drop(accept(&socket).await);
    });
    assert_eq!(in_vain(&way, &ends).await, 2);
}

#[tokio::test]
async fn of_those_for_whom_nobody_waits_any_longer() {
    let (_silent, port) = listen().await;
    let (mut way, ends) = watched(port);
    let (enough, ended) = watch::channel(false);
    way.enough = Some(ended);
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        enough.send_replace(true);
        std::future::pending::<()>().await;
    });
    assert_eq!(in_vain(&way, &ends).await, 1);
}
