//! X.4 to X.6: network, protocol, content.

use super::Row;
use crate::proto::explain::Entry;

/// By subject and detail.
pub(super) const ROWS: &[Row] = &[
    (
        (4, 0),
        Entry::new(
            "RFC 3463 §3.5",
            "something about the network, said no more precisely.",
            "algo sobre la red, sin precisar más.",
        ),
    ),
    (
        (4, 1),
        Entry::new(
            "RFC 3463 §3.5",
            "the next host does not answer: busy, switched off or out of reach.",
            "la siguiente máquina no responde: ocupada, apagada o inalcanzable.",
        ),
    ),
    (
        (4, 2),
        Entry::new(
            "RFC 3463 §3.5",
            "the connection was made but broke or timed out.",
            "la conexión se estableció, pero se cortó o caducó.",
        ),
    ),
    (
        (4, 3),
        Entry::new(
            "RFC 3463 §3.5",
            "a directory that is needed on the way, such as the DNS, failed.",
            "ha fallado un directorio necesario para el camino, como el DNS.",
        ),
    ),
    (
        (4, 4),
        Entry::new(
            "RFC 3463 §3.5",
            "no way to the destination was found: no MX record, no address.",
            "no se ha encontrado camino al destino: ni registro MX ni dirección.",
        ),
    ),
    ((4, 5), Entry::new("RFC 3463 §3.5", "the mail system is congested.", "el sistema de correo está congestionado.")),
    (
        (4, 6),
        Entry::new(
            "RFC 3463 §3.5",
            "the message goes in a circle: too many Received: fields.",
            "el mensaje da vueltas en círculo: demasiados campos Received:.",
        ),
    ),
    (
        (4, 7),
        Entry::new("RFC 3463 §3.5", "the time for delivering it has run out.", "se ha agotado el plazo de entrega."),
    ),
    (
        (5, 0),
        Entry::new(
            "RFC 3463 §3.6",
            "something about the protocol, said no more precisely.",
            "algo sobre el protocolo, sin precisar más.",
        ),
    ),
    (
        (5, 1),
        Entry::new(
            "RFC 3463 §3.6",
            "the command is unknown or comes out of order.",
            "la orden es desconocida o llega fuera de orden.",
        ),
    ),
    ((5, 2), Entry::new("RFC 3463 §3.6", "the command's syntax is wrong.", "la sintaxis de la orden es incorrecta.")),
    (
        (5, 3),
        Entry::new(
            "RFC 3463 §3.6",
            "too many recipients for one message.",
            "demasiados destinatarios para un mensaje.",
        ),
    ),
    (
        (5, 4),
        Entry::new(
            "RFC 3463 §3.6",
            "the command is known, but its arguments are wrong or not supported.",
            "la orden se conoce, pero sus argumentos son erróneos o no se admiten.",
        ),
    ),
    (
        (5, 5),
        Entry::new(
            "RFC 3463 §3.6",
            "the two sides speak different versions of the protocol.",
            "las dos partes hablan versiones distintas del protocolo.",
        ),
    ),
    (
        (5, 6),
        Entry::new(
            "RFC 4954 §6",
            "a line of the login is longer than the server takes.",
            "una línea de la autenticación es más larga de lo que admite el servidor.",
        ),
    ),
    (
        (6, 0),
        Entry::new(
            "RFC 3463 §3.7",
            "something about the content, said no more precisely.",
            "algo sobre el contenido, sin precisar más.",
        ),
    ),
    (
        (6, 1),
        Entry::new(
            "RFC 3463 §3.7",
            "the receiving side does not support this kind of content.",
            "la parte receptora no admite este tipo de contenido.",
        ),
    ),
    (
        (6, 2),
        Entry::new(
            "RFC 3463 §3.7",
            "the content would have to be converted, and that is forbidden.",
            "habría que convertir el contenido, y está prohibido.",
        ),
    ),
    (
        (6, 3),
        Entry::new(
            "RFC 3463 §3.7",
            "the content would have to be converted, and that cannot be done here, as for 8-bit octets without \
             8BITMIME.",
            "habría que convertir el contenido y aquí no es posible, como con octetos de 8 bits sin 8BITMIME.",
        ),
    ),
    (
        (6, 4),
        Entry::new(
            "RFC 3463 §3.7",
            "the content was converted and something was lost by it.",
            "el contenido se ha convertido y algo se ha perdido.",
        ),
    ),
    (
        (6, 5),
        Entry::new(
            "RFC 3463 §3.7",
            "the content had to be converted, and the attempt failed.",
            "había que convertir el contenido, y el intento ha fallado.",
        ),
    ),
    (
        (6, 6),
        Entry::new(
            "RFC 4468",
            "the content that BURL points to could not be fetched.",
            "no se ha podido obtener el contenido al que apunta BURL.",
        ),
    ),
    (
        (6, 7),
        Entry::new(
            "RFC 6531 §3.5",
            "an address that is not ASCII is not allowed for this sender or recipient.",
            "una dirección que no es ASCII no se permite para este remitente o destinatario.",
        ),
    ),
    (
        (6, 8),
        Entry::new(
            "RFC 6531 §3.5",
            "the answer would need UTF-8, which this client has not asked for.",
            "la respuesta necesitaría UTF-8, y este cliente no lo ha pedido.",
        ),
    ),
    (
        (6, 9),
        Entry::new(
            "RFC 6531 §3.5",
            "the header is UTF-8, and at least one recipient cannot be reached with it.",
            "la cabecera está en UTF-8 y con ella no se llega al menos a un destinatario.",
        ),
    ),
    (
        (6, 10),
        Entry::new(
            "RFC 6531 §3.5",
            "the same as X.6.8, registered twice; deprecated.",
            "lo mismo que X.6.8, registrado dos veces; en desuso.",
        ),
    ),
];
