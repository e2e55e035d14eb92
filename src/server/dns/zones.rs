//! What a server with authority over some zones answers (RFC 1034 §4.3.2, RFC 2308 §2, RFC 6891 §7).

use crate::net::resolver::Over;
use crate::proto::dns::{Data, Edns, Flags, Message, Name, Question, Rcode, Record, Type};

/// The octets of a header (RFC 1035 §4.1.1).
const HEADER: usize = 12;
/// The largest datagram without EDNS, in octets (RFC 1035 §2.3.4).
const CLASSIC: usize = 512;
/// The largest datagram that is sent, in octets, whatever the question allows.
const DATAGRAM: usize = 4096;
/// The largest message of a stream, in octets: its length stands in 16 bits (RFC 1035 §4.2.2).
const STREAM: usize = 65_535;

/// Zones, held whole. Names have the records that are given, and no others: there are no aliases, wildcards or
/// delegations.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    records: Vec<Record>,
}

impl Zones {
    /// The zones of these records. Each SOA begins one: its name and all below it, down to the next SOA.
    pub fn new(records: Vec<Record>) -> Zones {
        Zones { records }
    }

    /// What is answered to these octets. `None`: nothing, since they are a response, or less than a header.
    pub fn answer(&self, octets: &[u8], over: Over) -> Option<Vec<u8>> {
        let query = Message::read(octets);
        if octets.len() < HEADER || query.flags.response {
            return None;
        }
        let flags = Flags { response: true, recursion_desired: query.flags.recursion_desired, ..Flags::default() };
        let payload = query.edns.as_ref().map_or(CLASSIC, |edns| usize::from(edns.payload));
        let ours = Edns { payload: DATAGRAM as u16, version: 0, dnssec: false, options: Vec::new() };
        let edns = query.edns.as_ref().map(|_| ours);
        let mut reply = Message { id: query.id, flags, opcode: query.opcode, edns, ..Message::default() };
        match one_question(octets, &query) {
            Err(rcode) => reply.rcode = rcode,
            Ok(question) => {
                reply.questions.push(question.clone());
                self.look_up(question, &mut reply);
            }
        }
        Some(fit(reply, if over == Over::Udp { payload.clamp(CLASSIC, DATAGRAM) } else { STREAM }))
    }

    fn look_up(&self, question: &Question, reply: &mut Message) {
        let above = self.records.iter().filter(|r| r.kind == Type::SOA && question.name.is_within(&r.name));
        let Some(start) = above.max_by_key(|record| record.name.labels().len()) else {
            reply.rcode = Rcode::REFUSED;
            return;
        };
        reply.flags.authoritative = true;
        let own = self.records.iter().filter(|record| record.name == question.name);
        reply.answers = own.filter(|r| [r.kind, Type::ANY].contains(&question.kind)).cloned().collect();
        if reply.answers.is_empty() {
            // A name exists too if there is only something below it (RFC 8020 §2).
            let exists = self.records.iter().any(|record| record.name.is_within(&question.name));
            reply.rcode = if exists { Rcode::NOERROR } else { Rcode::NXDOMAIN };
            reply.authority.push(denial(start));
            return;
        }
        let servers = self.records.iter().filter(|r| r.kind == Type::NS && r.name == start.name);
        reply.authority = servers.filter(|record| !reply.answers.contains(record)).cloned().collect();
        let named: Vec<&Name> = reply.answers.iter().chain(&reply.authority).filter_map(host).collect();
        let known = self.records.iter().filter(|r| r.data.address().is_some() && named.contains(&&r.name));
        reply.additional = known.filter(|record| !reply.answers.contains(record)).cloned().collect();
    }
}

/// The one question of a query, or what is wrong with it.
fn one_question<'a>(octets: &[u8], query: &'a Message) -> Result<&'a Question, Rcode> {
    let question = match (query.malformed, query.opcode, query.questions.as_slice()) {
        (Some(_), ..) => return Err(Rcode::FORMERR),
        (_, 1.., _) => return Err(Rcode::NOTIMP),
        (_, 0, [question]) => question,
        _ => return Err(Rcode::FORMERR),
    };
    if query.edns.as_ref().is_some_and(|edns| edns.version > 0) {
        return Err(Rcode::BADVERS);
    }
    // As it would stand there in the class of the Internet; we know no other.
    let plain = Message { questions: vec![question.clone()], ..Message::default() }.encode();
    match octets.get(HEADER..plain.len()) == plain.get(HEADER..) {
        true => Ok(question),
        false => Err(Rcode::REFUSED),
    }
}

/// The host that a record names, and that somebody will want to find.
fn host(record: &Record) -> Option<&Name> {
    match &record.data {
        Data::Mx { exchange: host, .. } | Data::Srv { target: host, .. } => Some(host),
        Data::Name(host) if record.kind == Type::NS => Some(host),
        _ => None,
    }
}

/// The SOA that says how long it may be remembered that there is no such record (RFC 2308 §3).
fn denial(start: &Record) -> Record {
    let minimum = match start.data {
        Data::Soa { numbers: [.., minimum], .. } => minimum,
        _ => start.ttl,
    };
    Record { ttl: start.ttl.min(minimum), ..start.clone() }
}

/// The octets of a reply within a limit. What nobody asked for is left out first, set by set; only where the answer
/// itself does not fit the reply is truncated (RFC 2181 §9).
fn fit(mut reply: Message, limit: usize) -> Vec<u8> {
    loop {
        let octets = reply.encode();
        if octets.len() <= limit || reply.flags.truncated {
            return octets;
        }
        if let Some(last) = reply.additional.pop() {
            reply.additional.retain(|record| record.kind != last.kind || record.name != last.name);
        } else if !reply.authority.is_empty() && !reply.answers.is_empty() {
            reply.authority.clear();
        } else {
            reply.flags.truncated = true;
            reply.answers.clear();
            reply.authority.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::proto::dns::INTERNET;

    fn name(text: &str) -> Name {
        Name::parse(text).expect("a name")
    }

    fn record(owner: &str, kind: Type, data: Data) -> Record {
        Record { name: name(owner), kind, class: INTERNET, ttl: 300, data }
    }

    fn zones() -> Zones {
        let numbers = [1, 900, 900, 1800, 60];
        let soa = Data::Soa { primary: name("ns.a.test"), responsible: name("dns.a.test"), numbers };
        let mut records = vec![
            record("a.test", Type::SOA, soa.clone()),
            record("sub.a.test", Type::SOA, soa),
            record("a.test", Type::MX, Data::Mx { preference: 20, exchange: name("far.b.test") }),
            record("a.test", Type::MX, Data::Mx { preference: 10, exchange: name("mx.in.a.test") }),
            record("a.test", Type::NS, Data::Name(name("ns.a.test"))),
            record("mx.in.a.test", Type::A, Data::A([127, 0, 0, 1].into())),
            record("ns.a.test", Type::A, Data::A([127, 0, 0, 2].into())),
            record("ns.a.test", Type::AAAA, Data::Aaaa(1.into())),
        ];
        let long = |n: u8| record("long.a.test", Type::TXT, Data::Txt(vec![vec![n; 200].into()]));
        records.extend((0..10).map(long));
        Zones::new(records)
    }

    fn query(owner: &str, kind: Type, payload: Option<u16>) -> Message {
        let edns = payload.map(|payload| Edns { payload, version: 0, dnssec: false, options: Vec::new() });
        let flags = Flags { recursion_desired: true, ..Flags::default() };
        Message { id: 7, flags, questions: vec![Question { name: name(owner), kind }], edns, ..Message::default() }
    }

    fn asked(octets: &[u8], over: Over) -> Message {
        Message::read(&zones().answer(octets, over).expect("an answer"))
    }

    /// Response code, authority, and the number of records in each section.
    fn facts(reply: &Message) -> (Rcode, bool, [usize; 3]) {
        let counts = [&reply.answers, &reply.authority, &reply.additional].map(Vec::len);
        (reply.rcode, reply.flags.authoritative, counts)
    }

    #[test]
    fn what_is_there_and_what_is_not() {
        for (owner, kind, expected) in [
            ("A.test", Type::MX, (Rcode::NOERROR, true, [2, 1, 3])),
            ("a.test", Type::NS, (Rcode::NOERROR, true, [1, 0, 2])),
            ("a.test", Type::ANY, (Rcode::NOERROR, true, [4, 0, 3])),
            ("ns.a.test", Type::A, (Rcode::NOERROR, true, [1, 1, 1])),
            ("mx.in.a.test", Type::AAAA, (Rcode::NOERROR, true, [0, 1, 0])),
            ("in.a.test", Type::A, (Rcode::NOERROR, true, [0, 1, 0])),
            ("nowhere.a.test", Type::MX, (Rcode::NXDOMAIN, true, [0, 1, 0])),
            ("nowhere.sub.a.test", Type::MX, (Rcode::NXDOMAIN, true, [0, 1, 0])),
            ("far.b.test", Type::A, (Rcode::REFUSED, false, [0, 0, 0])),
            ("test", Type::NS, (Rcode::REFUSED, false, [0, 0, 0])),
        ] {
            let reply = asked(&query(owner, kind, None).encode(), Over::Udp);
            assert_eq!(facts(&reply), expected, "{owner} {kind}");
            assert!(reply.flags.response && reply.flags.recursion_desired && !reply.flags.recursion_available);
            assert_eq!((reply.id, reply.malformed, reply.edns.is_none()), (7, None, true));
            assert_eq!(reply.questions, [Question { name: name(owner), kind }]);
        }
        let denied = asked(&query("x.sub.a.test", Type::A, None).encode(), Over::Udp);
        assert_eq!(denied.authority.first().map(|soa| (soa.name.host(), soa.ttl)), Some(("sub.a.test".to_owned(), 60)));
    }

    #[test]
    fn what_does_not_fit_is_left_out_or_asked_for_again() {
        let long = query("long.a.test", Type::TXT, None).encode();
        let reply = asked(&long, Over::Udp);
        assert!(reply.flags.truncated && reply.records().next().is_none());
        let reply = asked(&long, Over::Tcp);
        assert_eq!((reply.flags.truncated, facts(&reply).2), (false, [10, 1, 2]));
        // 2,280 octets with the question and EDNS; then NS 29, A 25, AAAA 37
        for (payload, truncated, counts) in [
            (0, true, [0; 3]),
            (2279, true, [0; 3]),
            (2308, false, [10, 0, 0]),
            (2333, false, [10, 1, 0]),
            (2370, false, [10, 1, 1]),
            (2371, false, [10, 1, 2]),
        ] {
            let reply = asked(&query("long.a.test", Type::TXT, Some(payload)).encode(), Over::Udp);
            assert_eq!((reply.flags.truncated, facts(&reply).2), (truncated, counts), "{payload}: {}", reply.size);
            assert!(reply.size <= usize::from(payload).max(CLASSIC) && reply.edns.is_some());
        }
    }

    #[test]
    fn what_is_no_question() {
        let good = query("a.test", Type::MX, Some(1232));
        let code = |message: Message| asked(&message.encode(), Over::Udp).rcode;
        let twice = vec![good.questions[0].clone(); 2];
        assert_eq!(code(Message { questions: Vec::new(), ..good.clone() }), Rcode::FORMERR);
        assert_eq!(code(Message { questions: twice, ..good.clone() }), Rcode::FORMERR);
        assert_eq!(code(Message { opcode: 5, ..good.clone() }), Rcode::NOTIMP);
        let later = Edns { payload: 1232, version: 1, dnssec: false, options: Vec::new() };
        assert_eq!(code(Message { edns: Some(later), ..good.clone() }), Rcode::BADVERS);
        let response = Flags { response: true, ..Flags::default() };
        assert_eq!(zones().answer(&Message { flags: response, ..good.clone() }.encode(), Over::Udp), None);
        let octets = good.encode();
        for end in 0..octets.len() {
            let reply = zones().answer(&octets[..end], Over::Udp).map(|reply| Message::read(&reply));
            assert_eq!(reply.map(|reply| (reply.id, reply.rcode)), (end >= 12).then_some((7, Rcode::FORMERR)), "{end}");
        }
        let mut chaos = query("a.test", Type::MX, None).encode();
        *chaos.last_mut().expect("a class") = 3;
        assert_eq!(facts(&asked(&chaos, Over::Udp)), (Rcode::REFUSED, false, [0; 3]));
    }

    proptest! {
        #[test]
        fn any_octets_get_an_answer_that_can_be_read_and_fits(
            noise in proptest::collection::vec(any::<u8>(), 0..300),
            at in 0usize..60,
            whole in any::<bool>(),
            over in prop_oneof![Just(Over::Udp), Just(Over::Tcp)],
        ) {
            let mut octets = if whole { Vec::new() } else { query("a.test", Type::MX, Some(600)).encode() };
            let at = at.min(octets.len());
            octets.splice(at..(at + 2).min(octets.len()), if whole { noise } else { noise.into_iter().take(2).collect() });
            if let Some(reply) = zones().answer(&octets, over) {
                let read = Message::read(&reply);
                prop_assert!(read.malformed.is_none() && read.flags.response);
                prop_assert_eq!(&reply[..2], &octets[..2]);
                let limit = if over == Over::Udp { DATAGRAM } else { STREAM };
                prop_assert!(reply.len() <= limit, "{} octets", reply.len());
            }
        }
    }
}
