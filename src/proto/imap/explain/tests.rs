use super::*;
use crate::proto::explain::walk;
use crate::proto::imap::Dialogue;
use crate::proto::{Dialogue as _, Meaningful, Side};

#[test]
fn every_note_stands_in_both_languages_and_once() {
    let commands = verbs::all().chain(items::all()).chain(keys::all()).chain(options::all());
    let names =
        attributes::all().chain(flags::all()).chain(rights::all()).chain(capabilities::all().map(|(_, note)| note));
    let responses = codes::all().chain(data::all()).chain(statuses::all()).chain(circumstances::all());
    walk::judge(commands.chain(names).chain(responses));
}

#[test]
fn whatever_has_a_name_has_a_note() {
    for verb in Verb::all() {
        assert!(command(verb).is_some(), "{verb}");
    }
    let capabilities = "ACL ANNOTATE-EXPERIMENT-1 APPENDLIMIT AUTH=PLAIN BINARY CATENATE CHILDREN COMPRESS=DEFLATE CONDSTORE \
        CONTEXT=SEARCH CONTEXT=SORT CONVERT CREATE-SPECIAL-USE ENABLE ESEARCH ESORT FILTERS I18NLEVEL=1 I18NLEVEL=2 ID IDLE \
        IMAP4rev1 IMAP4rev2 IMAPSIEVE=sieve://x INPROGRESS JMAPACCESS LANGUAGE LIST-EXTENDED LIST-METADATA LIST-MYRIGHTS \
        LIST-STATUS LITERAL+ LITERAL- LOGIN-REFERRALS LOGINDISABLED MAILBOX-REFERRALS MESSAGELIMIT=1000 METADATA \
        METADATA-SERVER MOVE MULTIAPPEND MULTISEARCH NAMESPACE NOTIFY OBJECTID PARTIAL PREVIEW QRESYNC QUOTA \
        QUOTA=RES-STORAGE QUOTASET REPLACE RIGHTS=texk SASL-IR SAVEDATE SAVELIMIT=5 SEARCH=FUZZY SEARCHRES SORT SORT=DISPLAY \
        SPECIAL-USE STARTTLS STATUS=SIZE THREAD=ORDEREDSUBJECT THREAD=REFERENCES UIDBATCHES UIDONLY UIDPLUS UNAUTHENTICATE \
        UNSELECT URL-PARTIAL URLAUTH URLAUTH=BINARY UTF8=ACCEPT UTF8=ALL UTF8=APPEND UTF8=ONLY UTF8=USER WITHIN X-GM-EXT-1 \
        APPENDLIMIT=35651584";
    for word in capabilities.split_whitespace() {
        assert!(capability(word).is_some(), "{word}");
    }
    for word in ["", "X-OWN", "SORT=FANCY", "COMPRESS", "AUTH"] {
        assert!(capability(word).is_none(), "{word}");
    }
    let codes = "ALERT ALREADYEXISTS ANNOTATE ANNOTATIONS APPENDUID AUTHENTICATIONFAILED AUTHORIZATIONFAILED BADCHARSET BADEVENT \
        BADPARAMETERS BADURL CANNOT CAPABILITY CLIENTBUG CLOSED COMPRESSIONACTIVE CONTACTADMIN COPYUID CORRUPTION DOWNGRADED \
        EXPIRED EXPUNGEISSUED HASCHILDREN HIGHESTMODSEQ INPROGRESS INUSE LIMIT MAILBOXID MAXCONVERTMESSAGES \
        MAXCONVERTPARTS MESSAGELIMIT METADATA MODIFIED NEWNAME NOMODSEQ NONEXISTENT NOPERM NOTIFICATIONOVERFLOW NOTSAVED \
        NOUPDATE OVERQUOTA PARSE PERMANENTFLAGS PRIVACYREQUIRED READ-ONLY READ-WRITE REFERRAL SERVERBUG TEMPFAIL TOOBIG \
        TRYCREATE UIDNEXT UIDNOTSTICKY UIDREQUIRED UIDVALIDITY UNAVAILABLE UNDEFINED-FILTER UNKNOWN-CTE UNKNOWN-LITERAL \
        UNSEEN URLMECH USEATTR";
    for name in codes.split_whitespace() {
        assert!(code(name).is_some(), "{name}");
    }
    let attributes = "\\Noselect \\NoInferiors \\Marked \\HasChildren \\HasNoChildren \\NonExistent \\Subscribed \\Remote \\All \
        \\Archive \\Drafts \\Flagged \\Junk \\Sent \\Trash \\Important";
    for name in attributes.split_whitespace() {
        assert!(attribute(name).is_some(), "{name}");
    }
    assert!("lrswipkxteacd".chars().chain(['n']).all(|letter| right(letter).is_some()) && right('z').is_none());
}

/// Each line of the session with the notes under it.
fn explained(script: &[(Side, &str)], language: Language) -> String {
    let mut dialogue = Dialogue::new();
    let mut told = Vec::new();
    for (side, text) in script {
        dialogue.feed(*side, text.as_bytes());
        while let Some(turn) = dialogue.next() {
            let notes = turn.message.explain(&turn.octets, turn.secret.is_empty(), language);
            assert!(!notes.is_empty(), "{turn:?}");
            told.extend(notes.into_iter().map(|note| format!("{} ({})", note.text, note.rfc)));
        }
    }
    told.join("\n")
}

const SESSION: [(Side, &str); 16] = {
    use Side::{Client as C, Server as S};
    [
        (S, "* OK [CAPABILITY IMAP4rev1 LITERAL+ AUTH=PLAIN X-OWN] ready\r\n"),
        (C, "a LOGIN pepe goloso\r\n"),
        (S, "a NO [AUTHENTICATIONFAILED] goloso\r\n"),
        (C, "b LOGIN pepe {6}\r\n"),
        (S, "+ go\r\n"),
        (C, "goloso\r\n"),
        (S, "b OK in\r\n"),
        (C, "c SELECT INBOX (CONDSTORE)\r\nd LIST (SUBSCRIBED) \"\" % RETURN (STATUS (UNSEEN))\r\n"),
        (
            S,
            "* 1902 EXISTS\r\n* OK [UIDVALIDITY 5] x\r\n* FLAGS (\\Seen $Phishing)\r\nc OK [READ-WRITE] done\r\n\
            * LIST (\\HasNoChildren \\Drafts) NIL Entw&APw-rfe\r\nd OK\r\n",
        ),
        (
            C,
            "e UID FETCH 2,4:7,12:* (FLAGS BODY.PEEK[1.2.HEADER.FIELDS (FROM)]<0.100>) (CHANGEDSINCE 5)\r\n\
            f SEARCH RETURN (COUNT) SUBJECT answered OR SEEN OLDER 60\r\n\
            g STORE 1:* (UNCHANGEDSINCE 7) +FLAGS.SILENT (\\Deleted)\r\n",
        ),
        (
            S,
            "* 3 FETCH (UID 9 FLAGS (\\Seen $x) RFC822.SIZE 35882577 BODY[TEXT] {3}\r\n\x1b]0)\r\ne OK\r\n\
            * ESEARCH (TAG \"f\") COUNT 17\r\nf OK\r\n* XNEW 1\r\ng OK [MODIFIED 7,9] most\r\n",
        ),
        (C, "h APPEND x (\\Draft) {3+}\r\nabc\r\ni EXPUNGE\r\nj IDLE\r\n"),
        (S, "h OK [APPENDUID 38505 3955] y\r\n* 44 EXPUNGE\r\ni OK\r\n+ idling\r\n* 43 EXISTS\r\n"),
        (C, "DONE\r\nk GETQUOTA \"\"\r\nl MYRIGHTS x\r\nm LOGOUT\r\n"),
        (S, "j OK\r\n* QUOTA \"\" (STORAGE 10 512)\r\nk OK\r\n* MYRIGHTS x lr\r\nl OK\r\n"),
        (S, "* BYE bye\r\nm OK out\r\n"),
    ]
};

#[test]
fn a_session_is_explained() {
    let english = "X-OWN: a capability that is not known|name and password as they are|[AUTHENTICATIONFAILED]: name or password|\
        6 octets follow; {n} announces|ready for the literal|behind the literal the command goes on|CONDSTORE: the client wants|\
        SUBSCRIBED: subscribed|UNSEEN: how many|EXISTS: 1,902; the number|[UIDVALIDITY]|\\Seen: read; $Phishing: likely a fraud|\
        Entwürfe; \\HasNoChildren: there are none below it; \\Drafts: what is being written; names have no levels|\
        2,4:7,12:*: UID 2, 4 to 7, 12 to the last|1.2: the number of a part|HEADER.FIELDS: of the header only|CHANGEDSINCE|\
        COUNT: how many match|SUBJECT: what stands|OLDER: arrived more|1:*: every message|UNCHANGEDSINCE: only|+FLAGS: these|\
        .SILENT|FETCH: message 3; UID 9; read, $x; 35,882,577 octets; BODY[TEXT]: 3 octets (|ESEARCH: COUNT 17|XNEW: a response|\
        messages 7, 9 (|{n+} announces|\\Draft: not finished|UID 3955|EXPUNGE: message 44; the message|tells news from here|\
        IDLE ends|STORAGE 10 of 512|l lookup|BYE: the server";
    let spanish = "X-OWN: una capacidad|nombre y contraseña tal cual|siguen 6 octetos|EXISTS: 1902; el número|Entwürfe; \\HasNoChildren: no \
        hay ninguno|de 4 a 7, de 12 al último|todos los mensajes|mensaje 3; UID 9; leído, $x; 35 882 577 octetos|\
        10 de 512|l lookup: ve";
    for (language, words) in [(Language::En, english), (Language::Es, spanish)] {
        let told = explained(&SESSION, language);
        for word in words.split('|') {
            assert!(told.contains(word), "{word:?} is not in\n{told}");
        }
        for never in ["goloso", "pepe", "\x1b", "ANSWERED"] {
            assert!(!told.contains(never), "{never:?} in\n{told}");
        }
    }
}

#[test]
fn nothing_is_quoted_where_a_secret_is() {
    for text in ["* LIST () NIL goloso\r\n", "* 1 FETCH (UID 9 goloso)\r\n", "* OK [goloso] x\r\n", "* goloso\r\n"] {
        let mut dialogue = Dialogue::new();
        dialogue.expect_secret(b"goloso");
        dialogue.feed(Side::Server, b"* OK\r\n");
        dialogue.feed(Side::Server, text.as_bytes());
        let turns: Vec<_> = std::iter::from_fn(|| dialogue.next()).collect();
        let turn = turns.last().expect("a turn");
        let notes = turn.message.explain(&turn.octets, turn.secret.is_empty(), Language::En);
        assert!(
            !notes.is_empty() && notes.iter().all(|note| !note.text.to_lowercase().contains("goloso")),
            "{notes:?}"
        );
    }
}

#[test]
fn notes_on_hostile_arguments_end() {
    let arguments = [
        "(".repeat(100_000),
        "\"\\\"".repeat(50_000),
        ")[".repeat(50_000),
        "RETURN ".repeat(20_000),
        "1,".repeat(50_000),
    ];
    for verb in Verb::all().filter(|verb| !matches!(verb, Verb::Login | Verb::Authenticate)) {
        for text in &arguments {
            let line = format!("a {verb} {text}\r\n");
            let mut dialogue = Dialogue::new();
            dialogue.feed(Side::Server, b"* OK\r\n");
            dialogue.feed(Side::Client, line.as_bytes());
            while let Some(turn) = dialogue.next() {
                assert!(turn.message.explain(&turn.octets, true, Language::En).len() < 100);
            }
        }
    }
}
