//! A note for every command: what it is for, and what may follow.

use super::super::command::Verb;
use super::Row;
use crate::proto::explain::Entry;

/// What a command is for; `None` for one that nobody knows.
pub(super) fn note(verb: Verb) -> Option<&'static Entry> {
    TABLE.iter().find(|(known, _)| *known == verb).map(|(_, note)| note)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note).chain([&OTHER])
}

/// A command that stands in no RFC.
pub(super) const OTHER: Entry = Entry::new(
    "RFC 9051 §6.5",
    "a command that is not known here: an extension, or the server's own. Others answer BAD to it.",
    "una orden desconocida aquí: una extensión, o propia de este servidor. Los demás responden BAD.",
);

const fn row(verb: Verb, rfc: &'static str, en: &'static str, es: &'static str) -> Row<Verb> {
    (verb, Entry::new(rfc, en, es))
}

const TABLE: &[Row<Verb>] = &[
    row(
        Verb::Append,
        "RFC 9051 §6.3.12",
        "puts a message into a mailbox, with flags and date if they are named. The message is a literal: the server \
         knows its size before it comes.",
        "pone un mensaje en un buzón, con marcas y fecha si se indican. El mensaje es un literal: el servidor sabe su \
         tamaño antes de que llegue.",
    ),
    row(
        Verb::Authenticate,
        "RFC 9051 §6.2.2",
        "begins a login by SASL with the mechanism that is named; with SASL-IR its first response may stand in the \
         line.",
        "empieza una autenticación SASL con el mecanismo nombrado; con SASL-IR su primera respuesta puede ir en la \
         línea.",
    ),
    row(
        Verb::CancelUpdate,
        "RFC 5267 §4.3",
        "the client wants no more news of searches that it asked to be kept up to date.",
        "el cliente ya no quiere noticias de las búsquedas que pidió mantener al día.",
    ),
    row(
        Verb::Capability,
        "RFC 9051 §6.1.1",
        "asks what the server can do. The answer changes behind STARTTLS and behind the login, so it is asked again \
         there.",
        "pregunta qué sabe hacer el servidor. La respuesta cambia tras STARTTLS y tras autenticarse, así que allí se \
         repite.",
    ),
    row(
        Verb::Check,
        "RFC 3501 §6.4.1",
        "asks the server to tidy up the mailbox on its side. It promises no news; RFC 9051 has it no more.",
        "pide al servidor que ponga en orden el buzón. No promete novedades; RFC 9051 ya no la tiene.",
    ),
    row(
        Verb::Close,
        "RFC 9051 §6.4.1",
        "leaves the mailbox and deletes for good what bears \\Deleted in it, without telling which; EXAMINE'd \
         mailboxes lose nothing.",
        "deja el buzón y borra del todo lo que lleva \\Deleted, sin decir qué; los abiertos con EXAMINE no pierden \
         nada.",
    ),
    row(
        Verb::Compress,
        "RFC 4978 §3",
        "from the tagged OK on both sides compress all that they say: text shrinks to a third or less.",
        "desde el OK con etiqueta ambas partes comprimen cuanto dicen: el texto se reduce a un tercio o menos.",
    ),
    row(
        Verb::Copy,
        "RFC 9051 §6.4.7",
        "copies messages to another mailbox, flags and dates with them; all or none. With UIDPLUS the answer says \
         their new UIDs.",
        "copia mensajes a otro buzón con sus marcas y fechas; todos o ninguno. Con UIDPLUS la respuesta da sus nuevos \
         UID.",
    ),
    row(
        Verb::Create,
        "RFC 9051 §6.3.4",
        "makes a mailbox, and those above it where they are missing; USE gives it a purpose such as \\Sent.",
        "crea un buzón, y los que falten por encima; USE le da un cometido como \\Sent.",
    ),
    row(
        Verb::Delete,
        "RFC 9051 §6.3.5",
        "removes a mailbox with all that is in it. One with others below it may stay as \\Noselect.",
        "elimina un buzón con todo su contenido. Si hay otros por debajo, puede quedar como \\Noselect.",
    ),
    row(
        Verb::DeleteAcl,
        "RFC 4314 §3.2",
        "takes all rights that an identifier was given in a mailbox.",
        "retira todos los permisos dados a un identificador en un buzón.",
    ),
    row(
        Verb::Enable,
        "RFC 9051 §6.3.1",
        "the client says which extensions it understands where the server would not use them unasked: CONDSTORE, \
         QRESYNC, UTF8=ACCEPT, IMAP4rev2.",
        "el cliente dice qué extensiones entiende cuando el servidor no las usaría sin pedirlo: CONDSTORE, QRESYNC, \
         UTF8=ACCEPT, IMAP4rev2.",
    ),
    row(
        Verb::Esearch,
        "RFC 7377 §2.1",
        "searches several mailboxes at once; each answers with an ESEARCH of its own.",
        "busca en varios buzones a la vez; cada uno responde con su propio ESEARCH.",
    ),
    row(
        Verb::Examine,
        "RFC 9051 §6.3.3",
        "opens a mailbox to read only: nothing that is fetched becomes \\Seen. For the rest it is SELECT.",
        "abre un buzón solo para leer: nada de lo que se pide queda como \\Seen. Por lo demás es SELECT.",
    ),
    row(
        Verb::Expunge,
        "RFC 9051 §6.4.3",
        "deletes for good what bears \\Deleted; each is told by its number, and numbers above it shrink. UID EXPUNGE \
         deletes only what it names.",
        "borra del todo lo marcado \\Deleted; se anuncia cada número y los superiores bajan. UID EXPUNGE borra solo lo \
         que nombra.",
    ),
    row(
        Verb::Fetch,
        "RFC 9051 §6.4.5",
        "asks for items of messages: flags, sizes, envelopes, whole texts or parts. The server answers one FETCH for \
         each message.",
        "pide datos de mensajes: marcas, tamaños, sobres, textos enteros o partes. El servidor responde un FETCH por \
         mensaje.",
    ),
    row(
        Verb::GetAcl,
        "RFC 4314 §3.3",
        "asks who may do what with a mailbox; ACL answers.",
        "pregunta quién puede hacer qué con un buzón; responde ACL.",
    ),
    row(
        Verb::GetMetadata,
        "RFC 5464 §4.2",
        "asks for annotations of a mailbox or, with an empty name, of the server.",
        "pide anotaciones de un buzón o, con nombre vacío, del servidor.",
    ),
    row(
        Verb::GetQuota,
        "RFC 9208 §4.1.2",
        "asks how much of a quota root is used, and its limit.",
        "pregunta cuánto se usa de una raíz de cuota, y su límite.",
    ),
    row(
        Verb::GetQuotaRoot,
        "RFC 9208 §4.1.3",
        "asks which quota roots a mailbox counts to; QUOTAROOT and a QUOTA for each answer.",
        "pregunta en qué raíces de cuota cuenta un buzón; responden QUOTAROOT y un QUOTA por cada una.",
    ),
    row(
        Verb::Id,
        "RFC 2971 §3.1",
        "client and server tell each other what programs they are, for fault-finding. Some servers of 163.com refuse \
         SELECT without it.",
        "cliente y servidor se dicen qué programas son, para buscar fallos. Algunos servidores de 163.com \
         rechazan SELECT sin él.",
    ),
    row(
        Verb::Idle,
        "RFC 9051 §6.3.13",
        "the client waits for news: behind the + the server tells them as they happen, until DONE. Renewed before 30 \
         minutes.",
        "el cliente espera noticias: tras el + el servidor las cuenta a medida que ocurren, hasta DONE. Se renueva \
         antes de 30 minutos.",
    ),
    row(
        Verb::List,
        "RFC 9051 §6.3.9",
        "asks which mailboxes there are: behind a reference a pattern, where * is anything and % anything within one \
         level.",
        "pregunta qué buzones hay: tras una referencia, un patrón donde * vale por cualquier cosa y % por cualquier \
         cosa dentro de un nivel.",
    ),
    row(
        Verb::ListRights,
        "RFC 4314 §3.4",
        "asks which rights an identifier could be given in a mailbox.",
        "pregunta qué permisos podrían darse a un identificador en un buzón.",
    ),
    row(
        Verb::Login,
        "RFC 9051 §6.2.3",
        "name and password as they are. Whoever listens on the way reads them unless TLS protects them; LOGINDISABLED \
         forbids it.",
        "nombre y contraseña tal cual. Quien escuche en el camino los lee si TLS no los protege; LOGINDISABLED lo \
         prohíbe.",
    ),
    row(
        Verb::Logout,
        "RFC 9051 §6.1.3",
        "ends the session: the server says BYE, then OK, and closes. What bears \\Deleted stays.",
        "termina la sesión: el servidor dice BYE, luego OK, y cierra. Lo marcado \\Deleted se queda.",
    ),
    row(
        Verb::Lsub,
        "RFC 3501 §6.3.9",
        "asks for the mailboxes that the user subscribed to. RFC 9051 has LIST (SUBSCRIBED) for that.",
        "pide los buzones a los que el usuario está suscrito. RFC 9051 usa para ello LIST (SUBSCRIBED).",
    ),
    row(
        Verb::Move,
        "RFC 9051 §6.4.8",
        "moves messages to another mailbox in one step: COPYUID tells where, EXPUNGE or VANISHED what is gone here.",
        "mueve mensajes a otro buzón en un paso: COPYUID dice adónde, EXPUNGE o VANISHED lo que ya no está aquí.",
    ),
    row(
        Verb::MyRights,
        "RFC 4314 §3.5",
        "asks what the user may do with a mailbox.",
        "pregunta qué puede hacer el usuario con un buzón.",
    ),
    row(
        Verb::Namespace,
        "RFC 9051 §6.3.10",
        "asks where the user's own mailboxes stand, where those of others and where the shared ones, and what \
         separates their levels.",
        "pregunta dónde están los buzones propios, los ajenos y los compartidos, y qué separa sus niveles.",
    ),
    row(
        Verb::Noop,
        "RFC 9051 §6.1.2",
        "does nothing, but lets the server tell what is new, and shows that the client is still there.",
        "no hace nada, pero da ocasión al servidor de contar novedades y muestra que el cliente sigue ahí.",
    ),
    row(
        Verb::Notify,
        "RFC 5465 §3",
        "says which events of which mailboxes the server is to tell of, also of those that are not selected.",
        "dice de qué sucesos y buzones debe avisar el servidor, también de los no seleccionados.",
    ),
    row(
        Verb::Rename,
        "RFC 9051 §6.3.6",
        "gives a mailbox another name, those below it with it. Renaming INBOX moves its messages and leaves it empty.",
        "da otro nombre a un buzón y a los que cuelgan de él. Renombrar INBOX mueve sus mensajes y lo deja vacío.",
    ),
    row(
        Verb::Replace,
        "RFC 8508 §3",
        "puts a new message in the place of an old one in one step, as for drafts: APPEND and EXPUNGE together.",
        "pone un mensaje nuevo en lugar de otro en un paso, como con los borradores: APPEND y EXPUNGE a la vez.",
    ),
    row(
        Verb::Search,
        "RFC 9051 §6.4.4",
        "asks which messages match: keys that stand side by side must all hold. RETURN says in what form the answer \
         comes.",
        "pregunta qué mensajes cumplen las claves: si van varias seguidas, todas. RETURN dice en qué forma llega la \
         respuesta.",
    ),
    row(
        Verb::Select,
        "RFC 9051 §6.3.2",
        "opens a mailbox: the answer tells how many messages there are, which flags, UIDVALIDITY and UIDNEXT. It \
         closes the one before.",
        "abre un buzón: la respuesta dice cuántos mensajes hay, qué marcas, UIDVALIDITY y UIDNEXT. Cierra el \
         anterior.",
    ),
    row(
        Verb::SetAcl,
        "RFC 4314 §3.1",
        "gives an identifier rights in a mailbox; + adds to what it has and - takes away.",
        "da permisos a un identificador en un buzón; + añade a los que tiene y - quita.",
    ),
    row(
        Verb::SetMetadata,
        "RFC 5464 §4.3",
        "writes annotations of a mailbox or of the server; NIL removes one.",
        "escribe anotaciones de un buzón o del servidor; NIL quita una.",
    ),
    row(
        Verb::SetQuota,
        "RFC 9208 §4.1.1",
        "sets the limits of a quota root: for who administers the server.",
        "fija los límites de una raíz de cuota: para quien administra el servidor.",
    ),
    row(
        Verb::Sort,
        "RFC 5256 §3",
        "as SEARCH, but the server sorts what it finds by the keys in parentheses.",
        "como SEARCH, pero el servidor ordena lo que encuentra por las claves entre paréntesis.",
    ),
    row(
        Verb::StartTls,
        "RFC 9051 §6.2.1",
        "asks for TLS on this connection. Behind OK the handshake begins; capabilities from before are forgotten.",
        "pide TLS en esta conexión. Tras OK empieza la negociación; las capacidades anteriores se olvidan.",
    ),
    row(
        Verb::Status,
        "RFC 9051 §6.3.11",
        "asks for figures of a mailbox without opening it: messages, unseen, UIDNEXT, UIDVALIDITY, size.",
        "pide cifras de un buzón sin abrirlo: mensajes, no leídos, UIDNEXT, UIDVALIDITY, tamaño.",
    ),
    row(
        Verb::Store,
        "RFC 9051 §6.4.6",
        "changes flags of messages; the server answers with the flags that they have now, unless .SILENT.",
        "cambia marcas de mensajes; el servidor responde con las que tienen ahora, salvo con .SILENT.",
    ),
    row(
        Verb::Subscribe,
        "RFC 9051 §6.3.7",
        "puts a mailbox on the user's list of those that clients show.",
        "añade un buzón a la lista del usuario de los que muestran los clientes.",
    ),
    row(
        Verb::Thread,
        "RFC 5256 §3",
        "as SEARCH, but what is found comes as conversations: who answers whom.",
        "como SEARCH, pero lo hallado llega por conversaciones: quién contesta a quién.",
    ),
    row(
        Verb::Unauthenticate,
        "RFC 8437 §3",
        "gives up the login but keeps the connection, so that another user may log in on it.",
        "deja de estar autenticado pero conserva la conexión, para que otro usuario se autentique en ella.",
    ),
    row(
        Verb::Unselect,
        "RFC 9051 §6.4.2",
        "leaves the mailbox as CLOSE does, but deletes nothing.",
        "deja el buzón como CLOSE, pero no borra nada.",
    ),
    row(
        Verb::Unsubscribe,
        "RFC 9051 §6.3.8",
        "takes a mailbox off the user's list of subscriptions; the mailbox itself stays.",
        "quita un buzón de la lista de suscripciones; el buzón en sí se queda.",
    ),
];
