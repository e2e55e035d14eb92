//! Fields with parameters, written anew as they were read (RFC 2045 §5.1, RFC 2231).

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::mime::header::column_after;
use crate::mime::parameter::{Form, Parameter, Parameters, encode, is_name};

/// The field, some parameters with another value or put in. `None` if a parameter has two values of which neither goes
/// before the other, or cannot be written.
pub(super) fn write(name: &str, main: &str, parameters: &Parameters, instead: &[(&str, &str)]) -> Option<String> {
    let mut out = format!("{name}: {main}");
    let mut readings = readings(parameters);
    for parameter in parameters {
        // Of several the first place is that of the one that counts.
        let Some(counts) = readings.remove(parameter.name.as_str()) else { continue };
        if !instead.iter().any(|(name, _)| *name == parameter.name) {
            push(&mut out, counts?)?;
        }
    }
    for (name, value) in instead {
        match *name {
            "boundary" => push_boundary(&mut out, value),
            name => out.push_str(&encode(name, value, column_after(0, &out))),
        }
    }
    out.push_str("\r\n");
    Some(out)
}

/// Of each name the parameter that counts (see [`Parameters::get`]); none where two of one form differ.
fn readings(parameters: &Parameters) -> HashMap<&str, Option<&Parameter>> {
    let marked = |one: &Parameter| matches!(one.form, Form::Extended | Form::Continued);
    let mut readings: HashMap<&str, Option<&Parameter>> = HashMap::new();
    for parameter in parameters {
        match readings.entry(&parameter.name) {
            Entry::Vacant(new) => drop(new.insert(Some(parameter))),
            Entry::Occupied(mut known) => {
                let Some(first) = *known.get() else { continue };
                match (marked(first), marked(parameter)) {
                    (false, true) => drop(known.insert(Some(parameter))),
                    (one, other) if one == other && first.value != parameter.value => drop(known.insert(None)),
                    _ => {}
                }
            }
        }
    }
    readings
}

fn push(out: &mut String, parameter: &Parameter) -> Option<()> {
    if parameter.name == "boundary" {
        // What it is compared with, in one piece: few readers put one together.
        let boundary = std::str::from_utf8(&parameter.octets).ok()?.trim_end_matches([' ', '\t']);
        let plain = boundary.bytes().all(|octet| octet == b' ' || octet.is_ascii_graphic());
        return plain.then(|| push_boundary(out, boundary));
    }
    is_name(&parameter.name).then(|| out.push_str(&encode(&parameter.name, &parameter.value, column_after(0, out))))
}

fn push_boundary(out: &mut String, boundary: &str) {
    let boundary = boundary.replace('\\', "\\\\").replace('"', "\\\"");
    out.push_str(&format!(";\r\n boundary=\"{boundary}\""));
}
