//! The client against scripted servers and against our own: over pipes in memory with a paused clock where the flow
//! takes a stream, over loopback where it opens or accepts sockets itself.

mod between;
mod connection;
mod custodian;
mod delivery;
mod ends;
mod hostile;
mod lmtp;
mod login;
mod names;
mod peer;
mod probe;
mod round_trip;
mod rude;
mod talk;
mod tls;
