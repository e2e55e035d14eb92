
use builtin;
use str;

set edit:completion:arg-completer[mailtool] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'mailtool'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'mailtool'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand mx 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them'
            cand mime 'Build messages, take them apart, and encode and decode what they are made of'
            cand send 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient'
            cand talk 'Type the protocol yourself, line by line, and read what the server says'
            cand serve 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine'
            cand demo 'See it work: Alicia''s letter to Pepe, from a real client to a real server, both inside this program'
            cand generate 'Write man pages or shell completions into a directory'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mx'= {
            cand --type 'Records of another type: A, AAAA, NS, TXT, TLSA, SOA, PTR, SRV, CNAME, ANY, or a number as TYPE99'
            cand --format 'The form of the result'
            cand --port 'The port of the exchangers'
            cand --helo 'Our name in EHLO [default: this host''s, if it has a domain, else our address]'
            cand --dns 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]'
            cand --dns-over 'The transport of questions [default ports: 53, tls 853, https 443]'
            cand --ca 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]'
            cand --sni 'The name to ask for and verify instead of the server''s'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --probe 'Speak with every address of every exchanger, without a message: greeting, EHLO, STARTTLS, certificate, names of the address, differences; and say whom a sender would try'
            cand --insecure 'Take any certificate; every line is marked so'
            cand -4 'IPv4 only'
            cand --ipv4 'IPv4 only'
            cand -6 'IPv6 only'
            cand --ipv6 'IPv6 only'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand tree 'Show the parts of a message as a tree, numbered as in IMAP'
            cand show 'Show a message as text: who wrote to whom, the text, what is attached'
            cand part 'Write one part of a message, decoded'
            cand extract 'Write the files in a message into a directory'
            cand lint 'Say what is wrong with a message, with its line and the RFC that speaks of it'
            cand size 'Say how large a message is and why, and how large it could be'
            cand repair 'Mend what is wrong with a message, and say what was changed'
            cand explain 'Show a message line by line, and under each line what stands in it'
            cand build 'Build a message and write it, from the flags of `send` or from a directory of parts'
            cand split 'Cut a message into pieces, each of them a message of its own (message/partial)'
            cand join 'Put the pieces of a message together (message/partial)'
            cand encode 'Encode octets, from a file or standard input to standard output'
            cand decode 'Decode octets, from a file or standard input to standard output'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;tree'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --imap 'What an IMAP server should give for it: ENVELOPE and BODYSTRUCTURE'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;show'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --width 'Columns of a line that HTML is laid out in'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --html 'HTML before plain text, where there is a choice'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;part'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand -o 'Write into this file; it is made when the part is found, and overwritten'
            cand --output 'Write into this file; it is made when the part is found, and overwritten'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --encoded 'The content as it was sent, not decoded'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;extract'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand -d 'Where the files go'
            cand --directory 'Where the files go'
            cand --max-parts 'The most files'
            cand --max-bytes 'The most octets in all'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --all 'Parts without a file name too, named part-1.2.txt after number and type'
            cand --no-inline 'Files in the middle of a text (uuencode, yEnc) are left there'
            cand --no-tnef 'winmail.dat is written as it is'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;lint'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --fail-on 'The least severity that makes the exit code 1'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --list 'All codes with their severity and RFC, what is expected and what helps'
            cand --sarif 'One SARIF 2.1.0 log instead of lines'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;size'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --raw 'A file that is to be sent, no message: what it would be in every encoding; - is standard input'
            cand --limit 'The largest message that the server takes, in octets; k, M and G are powers of 1024'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;repair'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand -o 'Write into this file'
            cand --output 'Write into this file'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --lf 'End lines in LF, as files often have them, not in CRLF'
            cand --dry-run 'Only say what would be changed'
            cand --break-signatures 'Mend what is signed, too: its signature will not verify any more'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;explain'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;build'= {
            cand --from 'The author [default: $EMAIL, else user@host]'
            cand --to 'A recipient: address, ''Name <address>'', or a list'
            cand --cc 'Who gets a copy'
            cand --reply-to 'Where answers go'
            cand --subject 'The subject'
            cand --body 'The text; @FILE takes it from a file, - from standard input'
            cand --html 'The text as HTML; with --body both are sent as alternatives'
            cand --attach 'A file to come along; its type is found by name, then by content'
            cand --inline 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file''s (what is no ASCII letter, digit or one of ._-@+ becomes _)'
            cand -H 'A header field; replaces a default one of the same name'
            cand --header 'A header field; replaces a default one of the same name'
            cand --charset 'The charset of texts and names'
            cand --encoding 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]'
            cand --from-dir 'Build the tree that manifest.toml in this directory describes'
            cand --date 'The date, as in RFC 5322 or RFC 3339, where no field Date says one [default: now]'
            cand --message-id 'The identifier left@right, where no field Message-ID says one [default: a random one]'
            cand --boundary 'What boundaries are made of, 1 to 50 letters, digits and ''()+_,-./:=?; it stands in no part [default: a random token]'
            cand --transport 'What the way to the recipient carries: lines of ASCII, which every server takes; octets above 127 in lines, also in addresses; or attachments as they are, and --encoding binary'
            cand -o 'Write into this file, which is overwritten'
            cand --output 'Write into this file, which is overwritten'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --lf 'Lines end with LF, as in an mbox; not with binary parts'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;split'= {
            cand --message 'Of several messages (mbox, Maildir) only this one, counted from 1'
            cand --max 'The most octets of a piece'
            cand -d 'Where the pieces go, a file each'
            cand --directory 'Where the pieces go, a file each'
            cand --mbox 'All pieces into a new mbox'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;join'= {
            cand --id 'The message with this id, where there are pieces of several'
            cand -o 'Write into this file; it is made when all pieces are there, and overwritten'
            cand --output 'Write into this file; it is made when all pieces are there, and overwritten'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand base64 'base64, as base64(1) writes it (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7)'
            cand quoted-printable 'quoted-printable (RFC 2045 §6.7)'
            cand uu 'uuencode, as uuencode(1) writes it'
            cand uuencode 'uuencode, as uuencode(1) writes it'
            cand yenc 'yEnc, one part with its checksum'
            cand header 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)'
            cand param 'One parameter of Content-Type or Content-Disposition (RFC 2231)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;encode;base64'= {
            cand -w 'Characters of a line; 0 writes no line ends at all'
            cand --wrap 'Characters of a line; 0 writes no line ends at all'
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;qp'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --binary 'Not text: CR and LF are encoded as well, so that every octet comes back'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;quoted-printable'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --binary 'Not text: CR and LF are encoded as well, so that every octet comes back'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;uu'= {
            cand --name 'The file''s name in the line `begin` [default: that of FILE]'
            cand --mode 'The file''s permissions in the line `begin`, in octal [default: those of FILE]'
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;uuencode'= {
            cand --name 'The file''s name in the line `begin` [default: that of FILE]'
            cand --mode 'The file''s permissions in the line `begin`, in octal [default: those of FILE]'
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;yenc'= {
            cand --name 'The file''s name in the line `=ybegin` [default: that of FILE]'
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --crlf 'End lines with CRLF, as mail needs them'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;header'= {
            cand --charset 'The charset of encoded words'
            cand --field 'Write whole fields of this name; those that hold addresses are read as lists of them'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;param'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --compat 'With a second form before it for readers that do not know RFC 2231'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;encode;help'= {
            cand base64 'base64, as base64(1) writes it (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7)'
            cand uu 'uuencode, as uuencode(1) writes it'
            cand yenc 'yEnc, one part with its checksum'
            cand header 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)'
            cand param 'One parameter of Content-Type or Content-Disposition (RFC 2231)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;encode;help;base64'= {
        }
        &'mailtool;mime;encode;help;qp'= {
        }
        &'mailtool;mime;encode;help;uu'= {
        }
        &'mailtool;mime;encode;help;yenc'= {
        }
        &'mailtool;mime;encode;help;header'= {
        }
        &'mailtool;mime;encode;help;param'= {
        }
        &'mailtool;mime;encode;help;help'= {
        }
        &'mailtool;mime;decode'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand base64 'base64, whatever stands between its characters (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
            cand quoted-printable 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
            cand uu 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
            cand uuencode 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
            cand yenc 'yEnc: the first file in the text with all its parts; sizes and checksums are verified'
            cand header 'Header fields or their values, one a line, folded ones joined (RFC 2047)'
            cand param 'The parameters of header fields or of their values, one a line (RFC 2231)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;decode;base64'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -i 'Say nothing about characters that are not of the alphabet; they are ignored anyway'
            cand --ignore-garbage 'Say nothing about characters that are not of the alphabet; they are ignored anyway'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;qp'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;quoted-printable'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;uu'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;uuencode'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;yenc'= {
            cand -o 'Write into this file, not to standard output'
            cand --output 'Write into this file, not to standard output'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;header'= {
            cand --field 'The field whose values these are, if they come without its name'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;param'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;mime;decode;help'= {
            cand base64 'base64, whatever stands between its characters (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
            cand uu 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
            cand yenc 'yEnc: the first file in the text with all its parts; sizes and checksums are verified'
            cand header 'Header fields or their values, one a line, folded ones joined (RFC 2047)'
            cand param 'The parameters of header fields or of their values, one a line (RFC 2231)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;decode;help;base64'= {
        }
        &'mailtool;mime;decode;help;qp'= {
        }
        &'mailtool;mime;decode;help;uu'= {
        }
        &'mailtool;mime;decode;help;yenc'= {
        }
        &'mailtool;mime;decode;help;header'= {
        }
        &'mailtool;mime;decode;help;param'= {
        }
        &'mailtool;mime;decode;help;help'= {
        }
        &'mailtool;mime;help'= {
            cand tree 'Show the parts of a message as a tree, numbered as in IMAP'
            cand show 'Show a message as text: who wrote to whom, the text, what is attached'
            cand part 'Write one part of a message, decoded'
            cand extract 'Write the files in a message into a directory'
            cand lint 'Say what is wrong with a message, with its line and the RFC that speaks of it'
            cand size 'Say how large a message is and why, and how large it could be'
            cand repair 'Mend what is wrong with a message, and say what was changed'
            cand explain 'Show a message line by line, and under each line what stands in it'
            cand build 'Build a message and write it, from the flags of `send` or from a directory of parts'
            cand split 'Cut a message into pieces, each of them a message of its own (message/partial)'
            cand join 'Put the pieces of a message together (message/partial)'
            cand encode 'Encode octets, from a file or standard input to standard output'
            cand decode 'Decode octets, from a file or standard input to standard output'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;mime;help;tree'= {
        }
        &'mailtool;mime;help;show'= {
        }
        &'mailtool;mime;help;part'= {
        }
        &'mailtool;mime;help;extract'= {
        }
        &'mailtool;mime;help;lint'= {
        }
        &'mailtool;mime;help;size'= {
        }
        &'mailtool;mime;help;repair'= {
        }
        &'mailtool;mime;help;explain'= {
        }
        &'mailtool;mime;help;build'= {
        }
        &'mailtool;mime;help;split'= {
        }
        &'mailtool;mime;help;join'= {
        }
        &'mailtool;mime;help;encode'= {
            cand base64 'base64, as base64(1) writes it (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7)'
            cand uu 'uuencode, as uuencode(1) writes it'
            cand yenc 'yEnc, one part with its checksum'
            cand header 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)'
            cand param 'One parameter of Content-Type or Content-Disposition (RFC 2231)'
        }
        &'mailtool;mime;help;encode;base64'= {
        }
        &'mailtool;mime;help;encode;qp'= {
        }
        &'mailtool;mime;help;encode;uu'= {
        }
        &'mailtool;mime;help;encode;yenc'= {
        }
        &'mailtool;mime;help;encode;header'= {
        }
        &'mailtool;mime;help;encode;param'= {
        }
        &'mailtool;mime;help;decode'= {
            cand base64 'base64, whatever stands between its characters (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
            cand uu 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
            cand yenc 'yEnc: the first file in the text with all its parts; sizes and checksums are verified'
            cand header 'Header fields or their values, one a line, folded ones joined (RFC 2047)'
            cand param 'The parameters of header fields or of their values, one a line (RFC 2231)'
        }
        &'mailtool;mime;help;decode;base64'= {
        }
        &'mailtool;mime;help;decode;qp'= {
        }
        &'mailtool;mime;help;decode;uu'= {
        }
        &'mailtool;mime;help;decode;yenc'= {
        }
        &'mailtool;mime;help;decode;header'= {
        }
        &'mailtool;mime;help;decode;param'= {
        }
        &'mailtool;mime;help;help'= {
        }
        &'mailtool;send'= {
            cand --from 'The author [default: $EMAIL, else user@host]'
            cand --to 'A recipient: address, ''Name <address>'', or a list'
            cand --cc 'Who gets a copy'
            cand --reply-to 'Where answers go'
            cand --subject 'The subject'
            cand --body 'The text; @FILE takes it from a file, - from standard input'
            cand --html 'The text as HTML; with --body both are sent as alternatives'
            cand --attach 'A file to come along; its type is found by name, then by content'
            cand --inline 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file''s (what is no ASCII letter, digit or one of ._-@+ becomes _)'
            cand -H 'A header field; replaces a default one of the same name'
            cand --header 'A header field; replaces a default one of the same name'
            cand --charset 'The charset of texts and names'
            cand --encoding 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]'
            cand --bcc 'Who gets a copy unseen: never in the header'
            cand --eml 'A message that is complete, from a file or standard input; Bcc and a leading mbox From line are left out'
            cand --mbox 'Every message of an mbox, over one connection'
            cand --mail-from 'The reverse path; '''' or ''<>'' for none [default: the author]'
            cand --rcpt 'The recipients, whatever the header says'
            cand --helo 'Our name in EHLO [default: this host''s, if it has a domain, else our address]'
            cand --pipeline 'Commands in groups, where the server offers it: auto, never'
            cand --chunking 'BDAT instead of DATA, where the server offers it: auto, never'
            cand --per-connection 'How many letters go over one connection before another is made; 1: a connection each [default: all]'
            cand --smtputf8 'SMTPUTF8: auto (when needed), force, never'
            cand --mx 'Which mail exchangers are tried: all in order until one takes it; the first alone; each address of each, which gets the message every time'
            cand --port 'The port of the mail exchangers'
            cand --seed 'The order among equal preferences: the same number, the same order [default: another each time]'
            cand -s 'host, host:port, smtp://, smtps://, submission://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25 [default: the mail exchangers of each recipient''s domain]'
            cand --server 'host, host:port, smtp://, smtps://, submission://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25 [default: the mail exchangers of each recipient''s domain]'
            cand --tls 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may'
            cand --ca 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]'
            cand --sni 'The name to ask for and verify instead of the server''s'
            cand -u 'Log in as this user'
            cand --user 'Log in as this user'
            cand --password-file 'The password is the first line of this file'
            cand --password-cmd 'The password is the first line that this command prints'
            cand --password-env 'The password is in this environment variable'
            cand --password 'The password itself: every user of this machine can see it'
            cand --auth 'Mechanisms to try, in this order [default: the strongest offered]'
            cand --dns 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]'
            cand --dns-over 'The transport of questions [default ports: 53, tls 853, https 443]'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --dry-run 'Print the exact octets instead of sending them'
            cand --legacy-helo 'HELO instead of EHLO: no extensions'
            cand --insecure 'Take any certificate; every line is marked so'
            cand -4 'IPv4 only'
            cand --ipv4 'IPv4 only'
            cand -6 'IPv6 only'
            cand --ipv6 'IPv6 only'
            cand --insecure-auth 'The password may go over clear text'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;talk'= {
            cand --tls 'auto: TLS from the first octet on 465, otherwise when STARTTLS is typed; never: not from the first octet; may: as auto, and passwords may go to a server that is not verified; starttls: STARTTLS must work and verify; implicit: from the first octet, verified'
            cand --ca 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]'
            cand --sni 'The name to ask for and verify instead of the server''s'
            cand --dns 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]'
            cand --dns-over 'The transport of questions [default ports: 53, tls 853, https 443]'
            cand -u 'Log in as this user'
            cand --user 'Log in as this user'
            cand --password-file 'The password is the first line of this file'
            cand --password-cmd 'The password is the first line that this command prints'
            cand --password-env 'The password is in this environment variable'
            cand --password 'The password itself: every user of this machine can see it'
            cand --auth 'Mechanisms to try, in this order [default: the strongest offered]'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --no-history 'Keep no history of the lines typed'
            cand --insecure 'Take any certificate; every line is marked so'
            cand -4 'IPv4 only'
            cand --ipv4 'IPv4 only'
            cand -6 'IPv6 only'
            cand --ipv6 'IPv6 only'
            cand --insecure-auth 'The password may go over clear text'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;serve'= {
            cand --smtp 'SMTP with STARTTLS [default address: 127.0.0.1:1025]'
            cand --smtps 'SMTP with TLS from the first octet [default address: 127.0.0.1:1465]'
            cand --submission 'SMTP for submission [default address: 127.0.0.1:1587]'
            cand --eml-dir 'Each message also as a file here, the exact octets'
            cand --user 'A user; with one, CRAM-MD5 and SCRAM are offered too'
            cand --auth 'Who must log in: any (nobody must; PLAIN and LOGIN take any password), required (passwords of --user are checked), off'
            cand --tls 'auto makes a certificate, off has none, or PEM files'
            cand --ca-out 'Write the certificate here, for clients to trust'
            cand --hostname 'Our name in greeting and certificate [default: this host''s]'
            cand --ports-file 'Write the addresses that are listened at here, as JSON, once all are'
            cand --exit-after 'End after N messages (no more than that are taken), after a time (30s), or after that time without a message (idle:5s)'
            cand --max-size 'The largest message in octets'
            cand --max-rcpt 'The most recipients of a message'
            cand --max-conns 'The most connections at once'
            cand --bare-newline 'Messages with bare CR, bare LF or NUL: refuse them (550 5.6.11), or keep them as they came. Neither ends a message'
            cand --pipelining 'Clients that talk before they may: send them away (554), or let any'
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;demo'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand --modern 'As it is spoken today'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;generate'= {
            cand --explain 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)'
            cand --record 'Keep the dialogue as NDJSON, every octet of it, secrets out'
            cand --color 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE'
            cand --timeout 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]'
            cand --deadline 'The longest time for all of it'
            cand -q 'No transcript; twice: nothing but errors'
            cand --quiet 'No transcript; twice: nothing but errors'
            cand -v 'Whole message bodies and TLS details; twice: hex too'
            cand --verbose 'Whole message bodies and TLS details; twice: hex too'
            cand --json 'Results as one JSON object a line'
            cand --show-secrets 'Show and record passwords and SASL answers'
            cand --strict 'A deviation of the peer from the RFCs is a failure (exit 76)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mailtool;help'= {
            cand mx 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them'
            cand mime 'Build messages, take them apart, and encode and decode what they are made of'
            cand send 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient'
            cand talk 'Type the protocol yourself, line by line, and read what the server says'
            cand serve 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine'
            cand demo 'See it work: Alicia''s letter to Pepe, from a real client to a real server, both inside this program'
            cand generate 'Write man pages or shell completions into a directory'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mailtool;help;mx'= {
        }
        &'mailtool;help;mime'= {
            cand tree 'Show the parts of a message as a tree, numbered as in IMAP'
            cand show 'Show a message as text: who wrote to whom, the text, what is attached'
            cand part 'Write one part of a message, decoded'
            cand extract 'Write the files in a message into a directory'
            cand lint 'Say what is wrong with a message, with its line and the RFC that speaks of it'
            cand size 'Say how large a message is and why, and how large it could be'
            cand repair 'Mend what is wrong with a message, and say what was changed'
            cand explain 'Show a message line by line, and under each line what stands in it'
            cand build 'Build a message and write it, from the flags of `send` or from a directory of parts'
            cand split 'Cut a message into pieces, each of them a message of its own (message/partial)'
            cand join 'Put the pieces of a message together (message/partial)'
            cand encode 'Encode octets, from a file or standard input to standard output'
            cand decode 'Decode octets, from a file or standard input to standard output'
        }
        &'mailtool;help;mime;tree'= {
        }
        &'mailtool;help;mime;show'= {
        }
        &'mailtool;help;mime;part'= {
        }
        &'mailtool;help;mime;extract'= {
        }
        &'mailtool;help;mime;lint'= {
        }
        &'mailtool;help;mime;size'= {
        }
        &'mailtool;help;mime;repair'= {
        }
        &'mailtool;help;mime;explain'= {
        }
        &'mailtool;help;mime;build'= {
        }
        &'mailtool;help;mime;split'= {
        }
        &'mailtool;help;mime;join'= {
        }
        &'mailtool;help;mime;encode'= {
            cand base64 'base64, as base64(1) writes it (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7)'
            cand uu 'uuencode, as uuencode(1) writes it'
            cand yenc 'yEnc, one part with its checksum'
            cand header 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)'
            cand param 'One parameter of Content-Type or Content-Disposition (RFC 2231)'
        }
        &'mailtool;help;mime;encode;base64'= {
        }
        &'mailtool;help;mime;encode;qp'= {
        }
        &'mailtool;help;mime;encode;uu'= {
        }
        &'mailtool;help;mime;encode;yenc'= {
        }
        &'mailtool;help;mime;encode;header'= {
        }
        &'mailtool;help;mime;encode;param'= {
        }
        &'mailtool;help;mime;decode'= {
            cand base64 'base64, whatever stands between its characters (RFC 2045 §6.8)'
            cand qp 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
            cand uu 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
            cand yenc 'yEnc: the first file in the text with all its parts; sizes and checksums are verified'
            cand header 'Header fields or their values, one a line, folded ones joined (RFC 2047)'
            cand param 'The parameters of header fields or of their values, one a line (RFC 2231)'
        }
        &'mailtool;help;mime;decode;base64'= {
        }
        &'mailtool;help;mime;decode;qp'= {
        }
        &'mailtool;help;mime;decode;uu'= {
        }
        &'mailtool;help;mime;decode;yenc'= {
        }
        &'mailtool;help;mime;decode;header'= {
        }
        &'mailtool;help;mime;decode;param'= {
        }
        &'mailtool;help;send'= {
        }
        &'mailtool;help;talk'= {
        }
        &'mailtool;help;serve'= {
        }
        &'mailtool;help;demo'= {
        }
        &'mailtool;help;generate'= {
        }
        &'mailtool;help;help'= {
        }
    ]
    $completions[$command]
}
