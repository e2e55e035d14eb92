//! Turns become visible: secrets marked, everything shown to the sink, the peer's turns kept for whoever waits.

use std::ops::Range;

use jiff::Timestamp;

use super::{Session, TURN};
use crate::base::Finding;
use crate::proto::{Dialogue, Meaningful, Side, Turn};
use crate::transcript::View;

impl<D: Dialogue> Session<D> {
    /// Shows what either side said without ending it. Nothing comes behind it.
    pub(super) fn tell_unfinished(&mut self) {
        for side in [Side::Client, Side::Server] {
            if let Some(mut turn) = self.dialogue.unfinished(side) {
                if side == self.side {
                    self.mark(&mut turn);
                }
                self.show(&turn);
            }
        }
    }

    /// A turn is complete: show it, keep the peer's for whoever waits.
    pub(super) fn tell(&mut self, mut turn: Turn<D::Message>) {
        if turn.side == self.side {
            self.mark(&mut turn);
        } else if let Some(finding) = turn.findings.first() {
            self.deviation.get_or_insert_with(|| finding.clone());
        }
        self.turns += 1;
        self.show(&turn);
        if turn.side != self.side {
            self.weight += turn.octets.len() + TURN;
            self.inbox.push_back(turn);
        }
    }

    /// Adds the secrets that the sender knows of to those that the dialogue found.
    fn mark(&mut self, turn: &mut Turn<D::Message>) {
        let start = self.told;
        self.told += turn.octets.len() as u64;
        while let Some(range) = self.marked.front().filter(|range| range.start < self.told) {
            let within = range.start.max(start) - start..range.end.min(self.told) - start;
            turn.secret.push(within.start as usize..within.end as usize);
            if range.end > self.told {
                break;
            }
            self.marked.pop_front();
        }
        merge(&mut turn.secret);
    }

    fn show(&self, turn: &Turn<D::Message>) {
        self.show_octets(turn.side, &turn.octets, &turn.message, &turn.secret, &turn.findings);
    }

    pub(super) fn show_octets(
        &self,
        side: Side,
        octets: &[u8],
        message: &dyn Meaningful,
        secret: &[Range<usize>],
        findings: &[Finding],
    ) {
        // Only for the bench that weighs what a transcript costs while it is off.
        if cfg!(mailtool_no_sink) {
            return;
        }
        let Some(sink) = &self.sink else { return };
        let view = View {
            at: Timestamp::now(),
            protocol: D::PROTOCOL,
            side,
            tls: self.tls.is_some(),
            unverified: self.tls.as_ref().is_some_and(|tls| tls.insecure),
            octets,
            meaning: message.meaning(),
            message,
            secret,
            findings,
        };
        sink.turn(self.id, &view);
    }
}

/// Sorts ranges and joins those that overlap or touch.
fn merge(ranges: &mut Vec<Range<usize>>) {
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|next, kept| {
        let joined = next.start <= kept.end;
        if joined {
            kept.end = kept.end.max(next.end);
        }
        joined
    });
}
