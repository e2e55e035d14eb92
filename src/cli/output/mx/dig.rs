//! As dig shows it: the packet, section by section.

use super::grouped;
use crate::net::resolver::{Answer, Over};
use crate::proto::dns::{Data, INTERNET, Question, Record};

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
    ];
    if message.flags.recursion_desired && !message.flags.recursion_available {
        lines.push(";; WARNING: recursion requested but not available".to_owned());
    }
    lines.push(String::new());
    if let Some(edns) = &message.edns {
        let dnssec = if edns.dnssec { " do" } else { "" };
        lines.push(";; OPT PSEUDOSECTION:".to_owned());
        lines.push(format!("; EDNS: version: {}, flags:{dnssec}; udp: {}", edns.version, edns.payload));
        lines.extend(message.extended_error_lines().map(|error| format!("; EDE: {error}")));
    }
    lines.push(";; QUESTION SECTION:".to_owned());
    let question = |asked: &Question| {
        ";".to_owned() + &columns(&[(0, &asked.name.to_string()), (32, "IN"), (40, &asked.kind.to_string())])
    };
    lines.extend(message.questions.iter().map(question));
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
    lines.extend(records.iter().map(line));
    lines.push(String::new());
}

fn line(record: &Record) -> String {
    let (name, ttl, kind) = (record.name.to_string(), record.ttl.to_string(), record.kind.to_string());
    let class = if record.class == INTERNET { "IN".to_owned() } else { format!("CLASS{}", record.class) };
    let data = match &record.data {
        data @ Data::Tlsa { .. } => grouped(data),
        data => data.to_string(),
    };
    columns(&[(0, &name), (24, &ttl), (32, &class), (40, &kind), (48, &data)])
}

/// Texts at columns, filled with tabs; one that comes too late stands behind a space.
fn columns(texts: &[(usize, &str)]) -> String {
    let (mut line, mut at) = (String::new(), 0);
    for &(column, text) in texts {
        if column > 0 {
            let column = column.max(at + 1);
            let tabs = column / 8 - at / 8;
            let spaces = if tabs > 0 { column % 8 } else { column - at };
            line.extend(std::iter::repeat_n('\t', tabs).chain(std::iter::repeat_n(' ', spaces)));
            at = column;
        }
        line.push_str(text);
        at += text.len();
    }
    line
}
