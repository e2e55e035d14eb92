//! As dig shows it: the packet, section by section.

use crate::net::resolver::{Answer, Over};
use crate::proto::dns::Record;

/// All of an answer.
pub fn answer(answer: &Answer) -> Vec<String> {
    let message = &answer.message;
    let flags: Vec<_> = message.flags.names().collect();
    let mut lines = vec![
        ";; Got answer:".to_owned(),
        format!(";; ->>HEADER<<- opcode: QUERY, status: {}, id: {}", message.rcode, message.id),
        format!(
            ";; flags: {}; QUERY: {}, ANSWER: {}, AUTHORITY: {}, ADDITIONAL: {}",
            flags.join(" "),
            message.questions.len(),
            message.answers.len(),
            message.authority.len(),
            message.additional.len() + usize::from(message.edns.is_some()),
        ),
        String::new(),
    ];
    if let Some(edns) = &message.edns {
        let dnssec = if edns.dnssec { " do" } else { "" };
        lines.push(";; OPT PSEUDOSECTION:".to_owned());
        lines.push(format!("; EDNS: version: {}, flags:{dnssec}; udp: {}", edns.version, edns.payload));
        lines.extend(message.extended_errors().map(|(_, error)| format!("; EDE: {error}")));
    }
    lines.push(";; QUESTION SECTION:".to_owned());
    lines.extend(message.questions.iter().map(|question| format!(";{}\t\tIN\t{}", question.name, question.kind)));
    lines.push(String::new());
    section(&mut lines, "ANSWER", &message.answers);
    section(&mut lines, "AUTHORITY", &message.authority);
    section(&mut lines, "ADDITIONAL", &message.additional);
    let over = match answer.over {
        Over::Udp => "UDP",
        Over::Tcp => "TCP",
        Over::Tls => "TLS",
        Over::Https => "HTTPS",
    };
    lines.push(format!(";; Query time: {} msec", answer.elapsed.as_millis()));
    let (ip, port) = (answer.server.ip(), answer.server.port());
    lines.push(format!(";; SERVER: {ip}#{port}({ip}) ({over})"));
    lines.push(format!(";; MSG SIZE  rcvd: {}", message.size));
    lines.push(String::new());
    lines
}

fn section(lines: &mut Vec<String>, name: &str, records: &[Record]) {
    if records.is_empty() {
        return;
    }
    lines.push(format!(";; {name} SECTION:"));
    let line = |record: &Record| format!("{}\t{}\tIN\t{}\t{}", record.name, record.ttl, record.kind, record.data);
    lines.extend(records.iter().map(line));
    lines.push(String::new());
}
