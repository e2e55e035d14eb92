//! What each thing in a message is, in English and in Spanish.

use crate::proto::explain::Entry;

/// What octets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The name of a field and its colon.
    FieldName,
    /// What a field says.
    FieldBody,
    /// A line end within a field and the blanks behind it.
    Fold,
    /// The end of a line.
    LineEnd,
    /// `=?charset?encoding?text?=`.
    EncodedWord,
    /// `name=value` behind a semicolon.
    Parameter,
    /// A line in a header that is no field.
    NotAField,
    /// `From …` before a message.
    MboxLine,
    /// What ends a header.
    EmptyLine,
    /// Text before the first part.
    Preamble,
    /// Text behind the last part.
    Epilogue,
    /// The line end that belongs to the delimiter behind it.
    BoundaryLineEnd,
    /// What stands before a part.
    Boundary,
    /// What stands behind the last part.
    BoundaryClose,
    /// A body as it is.
    Text,
    /// What stands for itself in quoted-printable.
    Literally,
    /// `=XX`, one or more.
    Escape,
    /// `=` at the end of a line.
    SoftBreak,
    /// Characters of base64.
    Base64,
    /// `=` at the end of base64.
    Padding,
    /// Octets in an encoding that is not known.
    Encoded,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 21] = [
        Kind::FieldName,
        Kind::FieldBody,
        Kind::Fold,
        Kind::LineEnd,
        Kind::EncodedWord,
        Kind::Parameter,
        Kind::NotAField,
        Kind::MboxLine,
        Kind::EmptyLine,
        Kind::Preamble,
        Kind::Epilogue,
        Kind::BoundaryLineEnd,
        Kind::Boundary,
        Kind::BoundaryClose,
        Kind::Text,
        Kind::Literally,
        Kind::Escape,
        Kind::SoftBreak,
        Kind::Base64,
        Kind::Padding,
        Kind::Encoded,
    ];

    /// A short stable name, in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::FieldName => "field-name",
            Kind::FieldBody => "field-body",
            Kind::Fold => "fold",
            Kind::LineEnd => "line-end",
            Kind::EncodedWord => "encoded-word",
            Kind::Parameter => "parameter",
            Kind::NotAField => "not-a-field",
            Kind::MboxLine => "mbox-line",
            Kind::EmptyLine => "empty-line",
            Kind::Preamble => "preamble",
            Kind::Epilogue => "epilogue",
            Kind::BoundaryLineEnd => "boundary-line-end",
            Kind::Boundary => "boundary",
            Kind::BoundaryClose => "boundary-close",
            Kind::Text => "text",
            Kind::Literally => "literally",
            Kind::Escape => "escape",
            Kind::SoftBreak => "soft-break",
            Kind::Base64 => "base64",
            Kind::Padding => "padding",
            Kind::Encoded => "encoded",
        }
    }

    /// It stands in a body, which may be long.
    pub const fn is_content(self) -> bool {
        matches!(
            self,
            Kind::Text
                | Kind::Literally
                | Kind::Escape
                | Kind::SoftBreak
                | Kind::Base64
                | Kind::Padding
                | Kind::Encoded
                | Kind::Preamble
                | Kind::Epilogue
        )
    }

    /// What it is.
    pub const fn note(self) -> &'static Entry {
        match self {
            Kind::FieldName => &FIELD,
            Kind::FieldBody => &FIELD_BODY,
            Kind::Fold => &FOLD,
            Kind::LineEnd => &LINE_END,
            Kind::EncodedWord => &ENCODED_WORD,
            Kind::Parameter => &PARAMETER,
            Kind::NotAField => &NOT_A_FIELD,
            Kind::MboxLine => &MBOX_LINE,
            Kind::EmptyLine => &EMPTY_LINE,
            Kind::Preamble => &PREAMBLE,
            Kind::Epilogue => &EPILOGUE,
            Kind::BoundaryLineEnd => &BOUNDARY_LINE_END,
            Kind::Boundary => &BOUNDARY,
            Kind::BoundaryClose => &BOUNDARY_CLOSE,
            Kind::Text => &TEXT,
            Kind::Literally => &LITERALLY,
            Kind::Escape => &ESCAPE,
            Kind::SoftBreak => &SOFT_BREAK,
            Kind::Base64 => &BASE64,
            Kind::Padding => &PADDING,
            Kind::Encoded => &ENCODED,
        }
    }
}

/// What a field of that name is for.
pub(super) fn field(name: &[u8]) -> &'static Entry {
    let known = FIELDS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes()));
    known.map_or(&FIELD, |(_, entry)| entry)
}

const FIELD: Entry = Entry::new(
    "RFC 5322 §2.2",
    "A header field: a name, a colon, and what it says. Programs pass over those they do not know.",
    "Un campo de la cabecera: un nombre, dos puntos y lo que dice. Los programas ignoran los que no conocen.",
);
const FIELD_BODY: Entry = Entry::new("RFC 5322 §2.2.1", "What the field says.", "Lo que dice el campo.");
const FOLD: Entry = Entry::new(
    "RFC 5322 §2.2.3",
    "A fold: a line end before white space; the field goes on as if it were one line.",
    "Un pliegue: un fin de línea ante un espacio; el campo sigue como si fuera una sola línea.",
);
const LINE_END: Entry = Entry::new(
    "RFC 5322 §2.1",
    "The end of the line: CR and LF on the way, often LF alone in files.",
    "El fin de la línea: CR y LF en el camino, a menudo solo LF en ficheros.",
);
const ENCODED_WORD: Entry = Entry::new(
    "RFC 2047 §2",
    "An encoded word: charset, then Q or B for how it is encoded, then the text. A header is ASCII otherwise.",
    "Una palabra codificada: juego de caracteres, Q o B según la codificación, y el texto. Lo demás de la cabecera es ASCII.",
);
const PARAMETER: Entry = Entry::new(
    "RFC 2045 §5.1",
    "A parameter behind a semicolon: a name and its value, in quotes if it has special characters.",
    "Un parámetro tras el punto y coma: nombre y valor, entre comillas si tiene caracteres especiales.",
);
const NOT_A_FIELD: Entry = Entry::new(
    "RFC 5322 §2.2",
    "This is no field: there is no colon behind a name. Some readers end the header here.",
    "Esto no es un campo: no hay dos puntos tras un nombre. Algunos lectores terminan aquí la cabecera.",
);
const MBOX_LINE: Entry = Entry::new(
    "RFC 4155 §A",
    "The line that begins a message in an mbox file; it is no part of the message.",
    "La línea que empieza un mensaje en un fichero mbox; no es parte del mensaje.",
);
const EMPTY_LINE: Entry = Entry::new(
    "RFC 5322 §2.1",
    "The empty line ends the header; the body begins behind it.",
    "La línea vacía termina la cabecera; detrás empieza el cuerpo.",
);
const PREAMBLE: Entry = Entry::new(
    "RFC 2046 §5.1.1",
    "The preamble: text before the first delimiter, which only readers without MIME show.",
    "El preámbulo: texto antes del primer delimitador, que solo muestran los lectores sin MIME.",
);
const EPILOGUE: Entry = Entry::new(
    "RFC 2046 §5.1.1",
    "The epilogue: text behind the closing delimiter, which nobody shows.",
    "El epílogo: texto tras el delimitador final, que nadie muestra.",
);
const BOUNDARY_LINE_END: Entry = Entry::new(
    "RFC 2046 §5.1.1",
    "This line end belongs to the delimiter behind it and not to the text before it.",
    "Este fin de línea pertenece al delimitador que sigue y no al texto que precede.",
);
const BOUNDARY: Entry = Entry::new(
    "RFC 2046 §5.1.1",
    "A delimiter: two hyphens and the boundary of Content-Type. A part begins behind it, with a header of its own.",
    "Un delimitador: dos guiones y la frontera de Content-Type. Detrás empieza una parte, con su propia cabecera.",
);
const BOUNDARY_CLOSE: Entry = Entry::new(
    "RFC 2046 §5.1.1",
    "The closing delimiter, with two more hyphens at its end: no further part follows.",
    "El delimitador final, con otros dos guiones al final: no sigue ninguna otra parte.",
);
const TEXT: Entry = Entry::new(
    "RFC 2045 §2.7",
    "The body as it is: in 7bit and 8bit nothing is encoded.",
    "El cuerpo tal cual: en 7bit y 8bit nada va codificado.",
);
const LITERALLY: Entry = Entry::new(
    "RFC 2045 §6.7",
    "Printable ASCII but `=` stands for itself, and so does a blank that does not end the line.",
    "El ASCII imprimible salvo `=` se representa a sí mismo, y también un espacio que no acabe la línea.",
);
const ESCAPE: Entry = Entry::new(
    "RFC 2045 §6.7",
    "Quoted-printable: `=` and two hexadecimal digits are one octet.",
    "Quoted-printable: `=` y dos cifras hexadecimales son un octeto.",
);
const SOFT_BREAK: Entry = Entry::new(
    "RFC 2045 §6.7",
    "A soft line break: `=` at the end keeps the line short and is no line end of the text.",
    "Un salto suave: `=` al final acorta la línea y no es fin de línea del texto.",
);
const BASE64: Entry = Entry::new(
    "RFC 2045 §6.8",
    "Base64: four characters stand for three octets, at most 76 in a line.",
    "Base64: cuatro caracteres representan tres octetos, como mucho 76 por línea.",
);
const PADDING: Entry = Entry::new(
    "RFC 2045 §6.8",
    "Padding: `=` fills the last group of four, one for each octet that is not there.",
    "Relleno: `=` completa el último grupo de cuatro, uno por cada octeto que falta.",
);
const ENCODED: Entry = Entry::new(
    "RFC 2045 §6.4",
    "Content in an encoding that is not known here.",
    "Contenido en una codificación que aquí no se conoce.",
);

/// Fields and what they are for.
const FIELDS: &[(&str, Entry)] = &[
    (
        "from",
        Entry::new(
            "RFC 5322 §3.6.2",
            "From: who wrote the message. The envelope has a sender of its own; nothing makes them agree.",
            "From: quién escribió el mensaje. El sobre lleva su propio remitente; nada obliga a que coincidan.",
        ),
    ),
    (
        "sender",
        Entry::new(
            "RFC 5322 §3.6.2",
            "Sender: who sent it, where that is not the author or there are several.",
            "Sender: quién lo envió, si no es el autor o si hay varios.",
        ),
    ),
    (
        "reply-to",
        Entry::new(
            "RFC 5322 §3.6.2",
            "Reply-To: where answers go, if not to From.",
            "Reply-To: adónde van las respuestas, si no a From.",
        ),
    ),
    (
        "to",
        Entry::new(
            "RFC 5322 §3.6.3",
            "To: for whom it is. The servers do not look at it: they deliver to the envelope's recipients.",
            "To: para quién es. Los servidores no lo miran: entregan a los destinatarios del sobre.",
        ),
    ),
    ("cc", Entry::new("RFC 5322 §3.6.3", "Cc: who gets a copy.", "Cc: quién recibe una copia.")),
    (
        "bcc",
        Entry::new(
            "RFC 5322 §3.6.3",
            "Bcc: who gets a copy that the others do not know of; it should not have been sent.",
            "Bcc: quién recibe copia sin que los demás lo sepan; no debería haberse enviado.",
        ),
    ),
    (
        "date",
        Entry::new(
            "RFC 5322 §3.6.1",
            "Date: when the author was done with it, in local time with its distance to UTC.",
            "Date: cuándo lo terminó el autor, en hora local con su diferencia a UTC.",
        ),
    ),
    ("subject", Entry::new("RFC 5322 §3.6.5", "Subject: what it is about.", "Subject: de qué trata.")),
    (
        "message-id",
        Entry::new(
            "RFC 5322 §3.6.4",
            "Message-ID: the name of this message, like no other; answers refer to it.",
            "Message-ID: el nombre de este mensaje, distinto de cualquier otro; las respuestas se refieren a él.",
        ),
    ),
    (
        "in-reply-to",
        Entry::new(
            "RFC 5322 §3.6.4",
            "In-Reply-To: the Message-ID of what this answers.",
            "In-Reply-To: el Message-ID de lo que se contesta.",
        ),
    ),
    (
        "references",
        Entry::new(
            "RFC 5322 §3.6.4",
            "References: the Message-IDs of the conversation; readers make threads of them.",
            "References: los Message-ID de la conversación; con ellos se forman los hilos.",
        ),
    ),
    (
        "received",
        Entry::new(
            "RFC 5321 §4.4",
            "Received: every server puts one on top; from below they tell the way that the message took.",
            "Received: cada servidor pone uno encima; desde abajo cuentan el camino que siguió el mensaje.",
        ),
    ),
    (
        "return-path",
        Entry::new(
            "RFC 5321 §4.4",
            "Return-Path: the sender of the envelope, put there by the last server.",
            "Return-Path: el remitente del sobre, puesto por el último servidor.",
        ),
    ),
    (
        "mime-version",
        Entry::new(
            "RFC 2045 §4",
            "MIME-Version: the message is made by the rules of MIME; always 1.0.",
            "MIME-Version: el mensaje sigue las reglas de MIME; siempre 1.0.",
        ),
    ),
    (
        "content-type",
        Entry::new(
            "RFC 2045 §5",
            "Content-Type: what the content is, a type and a subtype, with parameters such as charset and boundary.",
            "Content-Type: qué es el contenido, tipo y subtipo, con parámetros como charset y boundary.",
        ),
    ),
    (
        "content-transfer-encoding",
        Entry::new(
            "RFC 2045 §6",
            "Content-Transfer-Encoding: how the octets are written so that 7-bit mail carries them.",
            "Content-Transfer-Encoding: cómo se escriben los octetos para que el correo de 7 bits los lleve.",
        ),
    ),
    (
        "content-disposition",
        Entry::new(
            "RFC 2183 §2",
            "Content-Disposition: to be shown inline or as an attachment, and the name of the file.",
            "Content-Disposition: si se muestra en el texto o como adjunto, y el nombre del fichero.",
        ),
    ),
    (
        "content-id",
        Entry::new(
            "RFC 2045 §7",
            "Content-ID: the name of this part; HTML shows it with cid: and that name.",
            "Content-ID: el nombre de esta parte; el HTML la muestra con cid: y ese nombre.",
        ),
    ),
    (
        "content-description",
        Entry::new(
            "RFC 2045 §8",
            "Content-Description: words about this part.",
            "Content-Description: unas palabras sobre esta parte.",
        ),
    ),
    (
        "dkim-signature",
        Entry::new(
            "RFC 6376 §3.5",
            "DKIM-Signature: a domain signs the fields named in h= and the body; its key stands in the DNS.",
            "DKIM-Signature: un dominio firma los campos de h= y el cuerpo; su clave está en el DNS.",
        ),
    ),
    (
        "authentication-results",
        Entry::new(
            "RFC 8601 §2",
            "Authentication-Results: what a server on the way found out with SPF, DKIM and DMARC.",
            "Authentication-Results: lo que un servidor del camino averiguó con SPF, DKIM y DMARC.",
        ),
    ),
    (
        "list-unsubscribe",
        Entry::new(
            "RFC 2369 §3.2",
            "List-Unsubscribe: how to leave the mailing list.",
            "List-Unsubscribe: cómo darse de baja de la lista.",
        ),
    ),
];

/// Every note there is.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    Kind::ALL.iter().map(|kind| kind.note()).chain(FIELDS.iter().map(|(_, entry)| entry))
}
