# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_mailtool_global_optspecs
    string join \n q/quiet v/verbose explain= record= json color= show-secrets strict timeout= config= account= deadline= h/help V/version
end

function __fish_mailtool_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_mailtool_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_mailtool_using_subcommand
    set -l cmd (__fish_mailtool_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c mailtool -n "__fish_mailtool_needs_command" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_needs_command" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_needs_command" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_needs_command" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_needs_command" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_needs_command" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_needs_command" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_needs_command" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_needs_command" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_needs_command" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_needs_command" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_needs_command" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_needs_command" -s V -l version -d 'Print version'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "mx" -d 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "mime" -d 'Build messages, take them apart, and encode and decode what they are made of'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "send" -d 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "sendmail" -d 'Hand over a letter from standard input as sendmail(8) does, for programs that call it'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "pop" -d 'Look into a maildrop over POP3, fetch messages and delete them'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "imap" -d 'Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "talk" -d 'Type the protocol yourself, line by line, and read what the server says'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "certs" -d 'Show the certificates of a server, what is wrong with them, and what TLS with it is like'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "serve" -d 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "bench" -d 'Load a server and measure it: rate, and percentiles of how long each step takes'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "config" -d 'Show what holds where no flag says otherwise, and where that stands'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "demo" -d 'See it work: Alicia\'s letter to Pepe, from a real client to a real server, both inside this program'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "generate" -d 'Write man pages or shell completions into a directory'
complete -c mailtool -n "__fish_mailtool_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l type -d 'Records of another type: A, AAAA, NS, TXT, TLSA, SOA, PTR, SRV, CNAME, ANY, or a number as TYPE99' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l format -d 'The form of the result' -r -f -a "table\t'A table'
nslookup\t'As nslookup shows it'
dig\t'As dig shows it: the answer alone, section by section'
short\t'The exchangers or the data alone, one a line, for pipes'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l port -d 'The port of the exchangers' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l helo -d 'Our name in EHLO [default: this host\'s, if it has a domain, else our address]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l probe -d 'Speak with every address of every exchanger, without a message: greeting, EHLO, STARTTLS, certificate, names of the address, differences; and say whom a sender would try'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "tree" -d 'Show the parts of a message as a tree, numbered as in IMAP'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "show" -d 'Show a message as text: who wrote to whom, the text, what is attached'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "part" -d 'Write one part of a message, decoded'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "extract" -d 'Write the files in a message into a directory'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "lint" -d 'Say what is wrong with a message, with its line and the RFC that speaks of it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "size" -d 'Say how large a message is and why, and how large it could be'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "repair" -d 'Mend what is wrong with a message, and say what was changed'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "explain" -d 'Show a message line by line, and under each line what stands in it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "build" -d 'Build a message and write it, from the flags of `send` or from a directory of parts'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "split" -d 'Cut a message into pieces, each of them a message of its own (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "join" -d 'Put the pieces of a message together (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "encode" -d 'Encode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "decode" -d 'Decode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and not __fish_seen_subcommand_from tree show part extract lint size repair explain build split join encode decode help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l imap -d 'What an IMAP server should give for it: ENVELOPE and BODYSTRUCTURE'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from tree" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l width -d 'Columns of a line that HTML is laid out in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l html -d 'HTML before plain text, where there is a choice'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -s o -l output -d 'Write into this file; it is made when the part is found, and overwritten' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l encoded -d 'The content as it was sent, not decoded'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from part" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -s d -l directory -d 'Where the files go' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l max-parts -d 'The most files' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l max-bytes -d 'The most octets in all' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l all -d 'Parts without a file name too, named part-1.2.txt after number and type'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l no-inline -d 'Files in the middle of a text (uuencode, yEnc) are left there'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l no-tnef -d 'winmail.dat is written as it is'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from extract" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l fail-on -d 'The least severity that makes the exit code 1' -r -f -a "error\t'Content is lost, or readers disagree'
warning\t'An RFC forbids it'
info\t'Anything at all'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l list -d 'All codes with their severity and RFC, what is expected and what helps'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l sarif -d 'One SARIF 2.1.0 log instead of lines'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l raw -d 'A file that is to be sent, no message: what it would be in every encoding; - is standard input' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l limit -d 'The largest message that the server takes, in octets; k, M and G are powers of 1024' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from size" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -s o -l output -d 'Write into this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l lf -d 'End lines in LF, as files often have them, not in CRLF'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l dry-run -d 'Only say what would be changed'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l break-signatures -d 'Mend what is signed, too: its signature will not verify any more'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from repair" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l from -d 'The author [default: the account\'s, else $EMAIL, else user@host]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l to -d 'A recipient: address, \'Name <address>\', or a list' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l cc -d 'Who gets a copy' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l reply-to -d 'Where answers go' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l subject -d 'The subject' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l body -d 'The text; @FILE takes it from a file, - from standard input' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l html -d 'The text as HTML; with --body both are sent as alternatives' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l attach -d 'A file to come along; its type is found by name, then by content' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l inline -d 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file\'s (what is no ASCII letter, digit or one of ._-@+ becomes _)' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -s H -l header -d 'A header field; replaces a default one of the same name' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l charset -d 'The charset of texts and names' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l encoding -d 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]; binary leaves attachments as they are, too, for servers that offer BINARYMIME' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l from-dir -d 'Build the tree that manifest.toml in this directory describes' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l date -d 'The date, as in RFC 5322 or RFC 3339, where no field Date says one [default: now]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l message-id -d 'The identifier left@right, where no field Message-ID says one [default: a random one]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l boundary -d 'What boundaries are made of, 1 to 50 letters, digits and \'()+_,-./:=?; it stands in no part [default: a random token]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l transport -d 'What the way to the recipient carries: lines of ASCII, which every server takes; octets above 127 in lines, also in addresses; or attachments as they are, and --encoding binary' -r -f -a "7bit\t'Lines of ASCII: every server'
8bitmime\t'Octets above 127, in lines (RFC 6152) and in addresses (RFC 6531)'
binarymime\t'Any octets (RFC 3030)'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -s o -l output -d 'Write into this file, which is overwritten' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l lf -d 'Lines end with LF, as in an mbox; not with binary parts'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from build" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l message -d 'Of several messages (mbox, Maildir) only this one, counted from 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l max -d 'The most octets of a piece' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -s d -l directory -d 'Where the pieces go, a file each' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l mbox -d 'All pieces into a new mbox' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l id -d 'The message with this id, where there are pieces of several' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -s o -l output -d 'Write into this file; it is made when all pieces are there, and overwritten' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "base64" -d 'base64, as base64(1) writes it (RFC 2045 §6.8)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "qp" -d 'quoted-printable (RFC 2045 §6.7)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "quoted-printable" -d 'quoted-printable (RFC 2045 §6.7)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "uu" -d 'uuencode, as uuencode(1) writes it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "uuencode" -d 'uuencode, as uuencode(1) writes it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "yenc" -d 'yEnc, one part with its checksum'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "header" -d 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "param" -d 'One parameter of Content-Type or Content-Disposition (RFC 2231)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from encode" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "base64" -d 'base64, whatever stands between its characters (RFC 2045 §6.8)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "qp" -d 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "quoted-printable" -d 'quoted-printable (RFC 2045 §6.7); line ends stay as they are'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "uu" -d 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "uuencode" -d 'uuencode: the first file in the text, wherever it begins; `begin-base64` too'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "yenc" -d 'yEnc: the first file in the text with all its parts; sizes and checksums are verified'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "header" -d 'Header fields or their values, one a line, folded ones joined (RFC 2047)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "param" -d 'The parameters of header fields or of their values, one a line (RFC 2231)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from decode" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "tree" -d 'Show the parts of a message as a tree, numbered as in IMAP'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a message as text: who wrote to whom, the text, what is attached'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "part" -d 'Write one part of a message, decoded'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "extract" -d 'Write the files in a message into a directory'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Say what is wrong with a message, with its line and the RFC that speaks of it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "size" -d 'Say how large a message is and why, and how large it could be'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "repair" -d 'Mend what is wrong with a message, and say what was changed'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Show a message line by line, and under each line what stands in it'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "build" -d 'Build a message and write it, from the flags of `send` or from a directory of parts'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "split" -d 'Cut a message into pieces, each of them a message of its own (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "join" -d 'Put the pieces of a message together (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "encode" -d 'Encode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "decode" -d 'Decode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand mime; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l from -d 'The author [default: the account\'s, else $EMAIL, else user@host]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l to -d 'A recipient: address, \'Name <address>\', or a list' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l cc -d 'Who gets a copy' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l reply-to -d 'Where answers go' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l subject -d 'The subject' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l body -d 'The text; @FILE takes it from a file, - from standard input' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l html -d 'The text as HTML; with --body both are sent as alternatives' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l attach -d 'A file to come along; its type is found by name, then by content' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l inline -d 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file\'s (what is no ASCII letter, digit or one of ._-@+ becomes _)' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s H -l header -d 'A header field; replaces a default one of the same name' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l charset -d 'The charset of texts and names' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l encoding -d 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]; binary leaves attachments as they are, too, for servers that offer BINARYMIME' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l bcc -d 'Who gets a copy unseen: never in the header' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l eml -d 'A message that is complete, from a file or standard input; Bcc is left out, and what stands before the header: a byte order mark, an mbox From line' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l mbox -d 'Every message of an mbox, over one connection' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l raw-octets -d 'Octets that go behind DATA as they are, to see what a server makes of them: no dot is doubled, no line end mended, no header read; only what is missing of CRLF, a dot and CRLF at the very end is added. The envelope is that of --mail-from and --rcpt' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l mail-from -d 'The reverse path; \'\' or \'<>\' for none [default: the author]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l rcpt -d 'The recipients, whatever the header says' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l rcpt-file -d 'The recipients, one a line, beside those of --rcpt; blank lines and those that begin with # do not count' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l helo -d 'Our name in EHLO [default: this host\'s, if it has a domain, else our address]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l protocol -d 'smtp, or lmtp: a server that delivers into mailboxes and answers for each recipient (RFC 2033) [default: as the URL says, else smtp]' -r -f -a "smtp\t''
lmtp\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l pipeline -d 'Commands in groups, where the server offers it: auto, never' -r -f -a "auto\t''
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l chunking -d 'BDAT instead of DATA, where the server offers it: auto, never' -r -f -a "auto\t''
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l per-connection -d 'How many letters go over one connection before another is made; 1: a connection each [default: all]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l quit-after -d 'End the dialogue behind PHASE (connect, ehlo, starttls, auth, mail or rcpt) by QUIT: nothing is delivered, and 0 says that all went well so far. Before mail neither sender nor recipient is needed; starttls asks for it (--tls starttls; may: whoever\'s certificate it is)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l drop-after -d 'The same without QUIT, and also behind data: the connection just ends' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l smtputf8 -d 'SMTPUTF8: auto (when needed), force, never' -r -f -a "auto\t''
force\t''
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l dsn -d 'Reports of what becomes of it, where the server offers DSN (RFC 3461): notify=never, or any of success,failure,delay; ret=full|hdrs; envid=TEXT. Again with rcpt=ADDR,notify=…,orcpt=ADDR for a single recipient' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l mail-param -d 'A parameter of MAIL, as it is, offered or not; replaces ours of the same name' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l rcpt-param -d 'A parameter of every RCPT, as it is, offered or not; replaces ours of the same name' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l force -d 'Use these though the server does not offer them, and say so: auth (with the mechanisms of --auth, else PLAIN and LOGIN), starttls, pipelining, chunking, binarymime, 8bitmime, smtputf8, dsn, prdr, requiretls, deliverby, futurerelease, mt-priority; size: also send more than it takes' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l xclient -d 'Say for whom we speak, to a server that trusts us as a proxy (XCLIENT): name, addr, port, proto, helo, login, destaddr, destport' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l xforward -d 'Say whose letter it was before, to a server that trusts us as a filter (XFORWARD), for its log: name, addr, port, proto, helo, ident, source' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l verb -d 'Instead of a letter, say this command behind EHLO and the login, and print its reply, further lines of it indented: \'VRFY pepe\', \'EXPN list\', HELP, \'ETRN example.org\'; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l deliver-by -d 'Deliver within so many seconds, else return it or notify the sender (RFC 2852), each server telling with trace; 69 where the server does not offer DELIVERBY' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l hold-for -d 'Hold it back for so many seconds (RFC 4865); 69 where the server does not offer FUTURERELEASE' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l hold-until -d 'Hold it back until then: 2026-12-24T18:00:00Z or with another offset' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l mt-priority -d 'How urgent it is, from -9 to 9 (RFC 6710); not said where the server does not offer MT-PRIORITY' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l csv -d 'One letter for each row below the header of this file; tokens in braces stand for what differs: {csv.COLUMN}, {date}, {to} the first recipient, {msgid}, and n the row\'s number; {{n}} stands for {n} itself. Without a recipient among the flags it goes to the one address in the column to or email; --to \'{csv.COLUMN}\' takes lists. In --to, --from, --cc, --bcc, --reply-to, --rcpt, --mail-from, --subject, -H, --body and --html (escaped there), @FILE included, and in the names of the files of --attach, --inline, --body @ and --html @, into which no token brings a / or ..' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l csv-delimiter -d 'What stands between fields [default: whichever of comma, semicolon and tab the header has most of]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l connections -d 'So many connections to the server at once, among which the letters are dealt out; without a server each domain has one of its own, 16 at a time' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l rate -d 'No more letters than so many in a second, minute, hour or day, evenly: 5/s, 100/min, 2000/h, 10000/day' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l journal -d 'Keep a journal of what goes: the same command with the same journal goes on where an earlier one ended, be it by a crash. Who has a letter gets no second one; all others are tried again. The letters must be the same: texts, files, rows, sender and recipients (65). The way may be another: what one server left may go through the next, with other --dsn, --mail-param or --rcpt-param' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l uncertain -d 'What becomes of those to whom an earlier run sent a letter whole without an answer: they may have it or not' -r -f -a "report\t'They are told as uncertain (75), and get nothing'
skip\t'They count as done'
send\t'They get it once more, with the same Message-ID'"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l mx -d 'Which mail exchangers are tried: all in order until one takes it; the first alone; each address of each, which gets the message every time [default: all]. This flag and the next go to mail exchangers even where an account has a server' -r -f -a "all\t''
first\t''
each\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l port -d 'The port of the mail exchangers [default: 25]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l seed -d 'The order among equal preferences: the same number, the same order [default: another each time]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s s -l server -d 'host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path (unix:@NAME: an abstract socket); default port: 587 with a user, else 25 [default: the mail exchangers of each recipient\'s domain]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l dry-run -d 'Print the exact octets instead of sending them'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l legacy-helo -d 'HELO instead of EHLO: no extensions'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l prdr -d 'An answer for each recipient behind the message (draft-hall-prdr), where there are several and the server offers PRDR'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l require-tls -d 'Demand verified TLS on every leg of its way (RFC 8689); 77 where this one is not verified or the server does not offer REQUIRETLS'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s f -s r -l from -d 'The reverse path; \'\' or \'<>\' for none [default: the author of the account, else of the letter, else $EMAIL, else user@host]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s F -l full-name -d 'The name of the author, where a field From is added' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s N -l dsn-notify -d 'When to be told what became of it (RFC 3461): never, or any of success,failure,delay' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s R -l dsn-return -d 'What of the letter a report of a failure holds: full or hdrs' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s V -l dsn-envid -d 'A mark that the reports bear' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s b -d 'm: hand a letter over, as ever; s: speak SMTP; p: print the queue, which is empty; i: build the aliases, of which there are none' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s o -d 'i: a dot alone on a line does not end the letter' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s A -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s B -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s d -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s e -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s h -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s L -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s O -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s p -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s C -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s M -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s X -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l server -d 'The server, as send takes it [default: the account\'s, else the mail exchangers of each recipient\'s domain]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s t -l read-recipients -d 'To, Cc and Bcc name recipients, too; of a letter that is sent again Resent-To, Resent-Cc and Resent-Bcc instead'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s i -l ignore-dots -d 'A dot alone on a line does not end the letter'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l read-envelope-from -d 'The reverse path is the address of the field From'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l run-queue -d 'What -q becomes'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s I -d 'As -bi'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s G
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s m
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s n
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s U
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l help -d 'Print help'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand sendmail" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "stat" -d 'How many messages there are, and how many octets they have (STAT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "list" -d 'The messages with their numbers and sizes (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "uidl" -d 'The messages with their unique-ids, which name them from session to session (UIDL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "top" -d 'The header of a message and the first lines of its body (TOP), as octets on standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "retr" -d 'Fetch messages (RETR)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "dele" -d 'Delete messages (DELE, QUIT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "rset" -d 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "noop" -d 'Do nothing but log in (NOOP): whether user, password and maildrop are well'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "last" -d 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "capa" -d 'What the server says it can do (CAPA), and what that means'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "raw" -d 'Say any line, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and not __fish_seen_subcommand_from stat list uidl top retr dele rset noop last capa raw help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from stat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l where -d 'Only messages that this query means: \'from:ana older:30d\', \'larger:5M OR has:attachment\'' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l headers -d 'Also who wrote what and when, from the header of each (TOP n 0)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l uidl -d 'Also what names them from session to session (UIDL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from uidl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l where -d 'Only messages that this query means: \'from:ana older:30d\', \'larger:5M OR has:attachment\'' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s o -l output -d 'One message goes to this file, which is replaced' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l mbox -d 'Append to this mbox (mboxrd, lines end in LF), locked meanwhile' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l maildir -d 'Into this Maildir (lines end in LF)' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l eml-dir -d 'Each as a file in this directory: number and unique-id, the octets as they were sent; none is overwritten' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l delete -d 'Delete from the server what has reached the disk'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from retr" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l where -d 'Only messages that this query means: \'from:ana older:30d\', \'larger:5M OR has:attachment\'' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l dry-run -d 'Show what would go (with TOP), and delete nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from dele" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from rset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from noop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from last" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from capa" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s s -l server -d 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l pipeline -d 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l lang -d 'Ask for replies in this language (RFC 6856)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l multi -d 'Lines follow the answer, up to a lone dot, though the command is not known to have any'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l utf8 -d 'Ask for UTF-8 in mailbox and replies (RFC 6856)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from raw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "stat" -d 'How many messages there are, and how many octets they have (STAT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "list" -d 'The messages with their numbers and sizes (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "uidl" -d 'The messages with their unique-ids, which name them from session to session (UIDL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "top" -d 'The header of a message and the first lines of its body (TOP), as octets on standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "retr" -d 'Fetch messages (RETR)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "dele" -d 'Delete messages (DELE, QUIT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "rset" -d 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "noop" -d 'Do nothing but log in (NOOP): whether user, password and maildrop are well'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "last" -d 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "capa" -d 'What the server says it can do (CAPA), and what that means'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "raw" -d 'Say any line, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand pop; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "caps" -d 'What the server says it can do (CAPABILITY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "id" -d 'Who the server says it is (ID, RFC 2971)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "namespace" -d 'Where mailboxes are: one\'s own, those of other users, shared ones (NAMESPACE, RFC 2342)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "list" -d 'Which mailboxes there are (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "status" -d 'How much is in mailboxes (STATUS)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "select" -d 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "create" -d 'Make mailboxes (CREATE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "delete" -d 'Delete mailboxes, with all messages in them (DELETE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "rename" -d 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "subscribe" -d 'Put mailboxes on the list of those that are shown (SUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "unsubscribe" -d 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "search" -d 'Which messages are like that (SEARCH): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "sort" -d 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "thread" -d 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "fetch" -d 'What is known of messages, or their octets (FETCH)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "structure" -d 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "part" -d 'One part of a message, decoded (BINARY, or BODY and its encoding)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "attachments" -d 'The files in messages, decoded, each into a file of its own'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "flag" -d 'Add flags to messages and take others away (STORE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "copy" -d 'Copy messages into another mailbox (COPY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "move" -d 'Move messages into another mailbox (MOVE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "append" -d 'Put messages into a mailbox (APPEND)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "replace" -d 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "expunge" -d 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "watch" -d 'What happens in mailboxes, as it happens (NOTIFY, IDLE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "await" -d 'Wait until there is a message like that, and show it'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "quota" -d 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "acl" -d 'Who may do what with --mailbox (ACL, RFC 4314)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "metadata" -d 'Notes on --mailbox, or with -m \'\' on the server (METADATA, RFC 5464)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "doctor" -d 'Check what a server advertises against what works'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "quirks" -d 'What servers are known to say otherwise than they should'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "raw" -d 'Say any command, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and not __fish_seen_subcommand_from caps id namespace list status select create delete rename subscribe unsubscribe search sort thread fetch structure part attachments flag copy move append replace expunge watch await quota acl metadata doctor quirks raw help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from caps" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l say -d 'Who we say we are' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from id" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from namespace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l format -d 'A line for each mailbox, with these in braces: {mailbox} {delimiter} {attributes} {url}, and what --counts counts: {messages} {unseen} {uidnext} {uidvalidity} {size}; \\t, \\n, \\\\, {{ and }}' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l subscribed -d 'Only those on the list of SUBSCRIBE'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l special -d 'Only those with a use of their own: \\Sent, \\Trash, … (SPECIAL-USE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l counts -d 'Also how much is in each'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l tree -d 'As a tree'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l qresync -d 'Tell first what has changed since it was as it is remembered (QRESYNC, RFC 7162): UIDVALIDITY:MODSEQ, or UIDVALIDITY:MODSEQ:UIDS where only these were known. Another UIDVALIDITY by now is exit 1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l write -d 'Open it to be written to: whether that can be done, and with which flags'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from select" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l special -d 'What it is for: archive, drafts, flagged, junk, sent, trash (CREATE-SPECIAL-USE, RFC 6154)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l subscribe -d 'Subscribe to them too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from subscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from unsubscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l keys -d 'The keys of SEARCH, verbatim' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l mailboxes -d 'Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one\'s own), subscribed; what is found is shown as --urls shows it, or as --format says' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l format -d 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \\t, \\n, \\\\, {{ and }}' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l plan -d 'Tell what the server would be asked and what would be checked here'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l count -d 'Only how many: with --json {"count"}, of several mailboxes {"mailbox","count"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l urls -d 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l keys -d 'The keys of SEARCH, verbatim' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l format -d 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \\t, \\n, \\\\, {{ and }}' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l urls -d 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from sort" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l keys -d 'The keys of SEARCH, verbatim' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l algorithm -d 'By which algorithm: references, orderedsubject (both are done here if the server does not), refs' -r -f -a "references\t''
refs\t''
orderedsubject\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from thread" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l changed-since -d 'Only those of SEL that are new, or whose flags were changed, behind this MODSEQ (CONDSTORE, RFC 7162); `imap status` and `imap select` tell that of a mailbox' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l items -d 'These items, in the language of IMAP' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l format -d 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \\t, \\n, \\\\, {{ and }}' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l fields -d 'These fields of its header' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l part -d 'A part, as it was sent: 1, 1.2, 1.2.MIME, 2.HEADER, TEXT' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l range -d 'Only so many octets, from this one on' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s o -l output -d 'Those of one message go to this file, which is replaced' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l mbox -d 'Append whole messages to this mbox with the moment they were received (mboxrd, lines end in LF), locked meanwhile' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l maildir -d 'Whole messages into this Maildir with their flags (lines end in LF)' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l eml-dir -d 'Each as a file in this directory, named by its UID; none is overwritten' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l vanished -d 'Tell before them which UIDs of SEL are gone since then (QRESYNC): a line, with --json {"vanished"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l flags -d 'Flags'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l size -d 'Size in octets'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l envelope -d 'Date, author and subject; with --json the whole envelope'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l structure -d 'What it is made of, with --json (`imap structure` shows it)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l modseq -d 'Change number (CONDSTORE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l ids -d 'Identifiers of the message and of its conversation, which last (OBJECTID, else Gmail\'s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l saved-date -d 'When it came into this mailbox (SAVEDATE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l labels -d 'Gmail\'s labels (X-GM-EXT-1)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l preview -d 'How its text begins (PREVIEW)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l urls -d 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l full -d 'The whole message'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l headers -d 'Its header'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l body -d 'What stands behind the header'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l text -d 'Its plain text, decoded, in UTF-8'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l html -d 'Its HTML, decoded, in UTF-8'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l mark-seen -d 'What is fetched becomes seen'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s C -l continue -d 'Keep in FILE.part what has come of one message, and go on there the next time'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from fetch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from structure" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s o -l output -d 'Into this file, which is replaced' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l encoded -d 'As it was sent, not decoded'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s C -l continue -d 'Keep in FILE.part what has come, as it was sent, and go on there the next time'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from part" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s d -l directory -d 'Into this directory, which is made if it is not there' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l dry-run -d 'Show which there are, and fetch none'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from attachments" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l add -d 'Flags to add' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l remove -d 'Flags to take away' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l unchanged-since -d 'Only those that nobody has changed behind this MODSEQ (CONDSTORE, RFC 7162 §3.1.3); the others are told, with --json {"uid","modified"}, and are exit 1, or 3 beside those that were done' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l dry-run -d 'Show which messages are meant, and change nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from flag" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l dry-run -d 'Show which messages are meant, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l dry-run -d 'Show which messages are meant, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l all-deleted -d 'Where it must be, expunge all messages that are marked as deleted'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l mbox -d 'All messages of an mbox; their flags stand in Status and X-Status' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l maildir -d 'All messages of a Maildir' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l flags -d 'Their flags, beside those that they have: seen, answered, flagged, deleted, draft, or keywords' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l date -d 'When they are said to have been received (RFC 3339, or as in a Date field) [default: what is known of it, else now]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l dry-run -d 'Log in, show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from append" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l flags -d 'Their flags, beside those that they have: seen, answered, flagged, deleted, draft, or keywords' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l date -d 'When they are said to have been received (RFC 3339, or as in a Date field) [default: what is known of it, else now]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l dry-run -d 'Show what would be done, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from replace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l seq -d 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l dry-run -d 'Show which would go, and do nothing'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from expunge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l mailboxes -d 'Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one\'s own), subscribed' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l for -d 'How long: 30s, 10m, 2h [default: for ever]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l exec -d 'Run this by the shell for each event, one after the other' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l every -d 'How often a server is asked that tells nothing by itself' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l renew -d 'How soon a server hears of us again, at most 29m, unless it says meanwhile that it is still there' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l once -d 'End with the first message that comes'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l no-reconnect -d 'End with a connection that breaks (75)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l keys -d 'The keys of SEARCH, verbatim' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l for -d 'How long: 30s, 10m, 2h [default: for ever]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l every -d 'How often a server is asked that tells nothing by itself' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l renew -d 'How soon a server hears of us again, at most 29m, unless it says meanwhile that it is still there' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l no-reconnect -d 'End with a connection that breaks (75)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from await" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -f -a "get" -d 'Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -f -a "set" -d 'Give rights: all of them, or more (+), or fewer (-, behind --) (SETACL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -f -a "delete" -d 'Take all rights away (DELETEACL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -f -a "rights" -d 'One\'s own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from acl" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -f -a "get" -d 'What there is (GETMETADATA); with --json one object a line: {"entry","value"}'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -f -a "set" -d 'Change an entry; one without a value goes (SETMETADATA)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from metadata" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l read-only -d 'Only what writes nothing, in --mailbox'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l all -d 'Try what is not advertised too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l list -d 'List the checks: what is asked, what should come of it, and where that is written'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from quirks" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s s -l server -d 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l compress -d 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket' -r -f -a "auto\t''
always\t'Else it is an error (exit 69)'
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s m -l mailbox -d 'The mailbox that messages are in' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l uidvalidity -d 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l select -d 'Open --mailbox first, to be read only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l utf8 -d 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from raw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "caps" -d 'What the server says it can do (CAPABILITY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "id" -d 'Who the server says it is (ID, RFC 2971)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "namespace" -d 'Where mailboxes are: one\'s own, those of other users, shared ones (NAMESPACE, RFC 2342)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "list" -d 'Which mailboxes there are (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "status" -d 'How much is in mailboxes (STATUS)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "select" -d 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make mailboxes (CREATE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete mailboxes, with all messages in them (DELETE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "subscribe" -d 'Put mailboxes on the list of those that are shown (SUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "unsubscribe" -d 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "search" -d 'Which messages are like that (SEARCH): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "sort" -d 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "thread" -d 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "fetch" -d 'What is known of messages, or their octets (FETCH)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "structure" -d 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "part" -d 'One part of a message, decoded (BINARY, or BODY and its encoding)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "attachments" -d 'The files in messages, decoded, each into a file of its own'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "flag" -d 'Add flags to messages and take others away (STORE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "copy" -d 'Copy messages into another mailbox (COPY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "move" -d 'Move messages into another mailbox (MOVE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "append" -d 'Put messages into a mailbox (APPEND)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "replace" -d 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "expunge" -d 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "watch" -d 'What happens in mailboxes, as it happens (NOTIFY, IDLE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "await" -d 'Wait until there is a message like that, and show it'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "quota" -d 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "acl" -d 'Who may do what with --mailbox (ACL, RFC 4314)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "metadata" -d 'Notes on --mailbox, or with -m \'\' on the server (METADATA, RFC 5464)'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "doctor" -d 'Check what a server advertises against what works'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "quirks" -d 'What servers are known to say otherwise than they should'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "raw" -d 'Say any command, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand imap; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l protocol -d 'What is spoken: smtp, pop3 or imap [default: as the scheme or the port says, else smtp]' -r -f -a "smtp\t''
pop3\t''
imap\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tags -d 'IMAP: which lines get a tag; auto: those that begin with a command; never: none' -r -f -a "auto\t'Those that begin with a command'
never\t'None'"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tls -d 'auto: TLS from the first octet on 465, 993 and 995, and with smtps://, imaps://, pop3s://; otherwise when STARTTLS (STLS) is typed; never: not from the first octet; may: as auto, and passwords may go to a server that is not verified; starttls: STARTTLS must work and verify; implicit: from the first octet, verified [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l tunnel -d 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: \'ssh host /usr/lib/dovecot/imap\' (…/pop3 for POP3), \'sendmail -bs\' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l no-history -d 'Keep no history of the lines typed'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand talk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l helo -d 'Our name in EHLO [default: this host\'s, if it has a domain, else localhost]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l pem -d 'The certificates as files hold them (RFC 7468)'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand certs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l smtp -d 'SMTP with STARTTLS [default address: 127.0.0.1:1025]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l smtps -d 'SMTP with TLS from the first octet [default address: 127.0.0.1:1465]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l submission -d 'SMTP for submission [default address: 127.0.0.1:1587]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l eml-dir -d 'Each message also as a file here, the exact octets' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l user -d 'A user; with one, SCRAM, CRAM-MD5 and DIGEST-MD5 are offered too' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l auth -d 'Who must log in: any (nobody must; PLAIN and LOGIN take any password), required (passwords of --user are checked), off' -r -f -a "any\t''
required\t''
off\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l tls -d 'auto makes a certificate, off has none, or PEM files' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l ca-out -d 'Write the certificate here, for clients to trust' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l hostname -d 'Our name in greeting and certificate [default: this host\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l ports-file -d 'Write the addresses that are listened at here, as JSON, once all are' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l exit-after -d 'End after N messages (no more than that are taken), after a time (30s), or after that time without a message (idle:5s)' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l max-size -d 'The largest message in octets' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l max-rcpt -d 'The most recipients of a message' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l max-conns -d 'The most connections at once' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l bare-newline -d 'Messages with bare CR, bare LF or NUL: refuse them (550 5.6.11), or keep them as they came. Neither ends a message' -r -f -a "reject\t''
keep\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l pipelining -d 'Clients that talk before they may: send them away (554), or let any' -r -f -a "strict\t''
any\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -f -a "smtp" -d 'Send many letters over many connections, and measure'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and not __fish_seen_subcommand_from smtp help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s s -l server -d 'host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l sessions -d 'How many connections there are at the same time' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l messages -d 'How many letters are sent in all [default: 100, or as many as go with --duration]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l duration -d 'Begin no more letters after so long: 10s, 5m' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l per-connection -d 'How many letters go over one connection before another is made; 1: a connection each [default: all]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l rate -d 'No more letters than so many in a second, minute, hour or day, evenly: 50/s, 100/min' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l size -d 'How long the text of each letter is, its header not counted; at most 1G' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l eml -d 'This message, as it is, instead of a text' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l rcpts -d 'How many recipients each letter has; the letter n in braces within --to numbers them' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l from -d 'The sender [default: bench@ this host]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l to -d 'The recipient; the letter n in braces is its number in all of the load, from 1 [default: bench@ this host, with --rcpts numbered]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l helo -d 'Our name in EHLO [default: this host\'s, if it has a domain, else our address]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l pipeline -d 'Commands in groups, where the server offers it: auto, never' -r -f -a "auto\t''
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l chunking -d 'BDAT instead of DATA, where the server offers it: auto, never' -r -f -a "auto\t''
never\t''"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l dns -d 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l dns-over -d 'The transport of questions [default: udp; default ports: 53, tls 853, https 443]' -r -f -a "udp\t'Datagrams, and TCP where an answer does not fit'
tcp\t'TCP'
tls\t'TLS (RFC 7858)'
https\t'HTTPS (RFC 8484), path /dns-query'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from smtp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from help" -f -a "smtp" -d 'Send many letters over many connections, and measure'
complete -c mailtool -n "__fish_mailtool_using_subcommand bench; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -f -a "show" -d 'Show each value in effect for send, pop and imap, and where it stands; no password is shown, and no command run'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -f -a "path" -d 'Print where the accounts stand, or would stand'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -f -a "example" -d 'Print a configuration to begin with'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and not __fish_seen_subcommand_from show path example help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l from -d 'As if the author were this one' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s s -l server -d 'As if this server were named' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l tls -d 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]' -r -f -a "auto\t'By port, address and password'
never\t'Clear text'
may\t'STARTTLS if offered, unverified; clear text if it fails'
starttls\t'STARTTLS, verified, or nothing'
implicit\t'From the first octet, verified'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l ca -d 'Trust the certificates of this PEM file (issuers, or the server\'s own), or those of the system [default: Mozilla\'s]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l sni -d 'The name to ask for and verify instead of the server\'s' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l pin -d 'Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l client-cert -d 'Show this certificate where the server asks for one: PEM, with its chain behind it' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l client-key -d 'Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l keylog -d 'Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l tls-min -d 'No version of TLS older than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l tls-max -d 'No version of TLS newer than this: 1.2 or 1.3' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l tls-ciphers -d 'Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l tls-groups -d 'Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l resolve -d 'HOST at PORT is at this address, whatever name servers say; may be repeated' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l bind -d 'Connections come from this address of ours, and go to addresses of its family' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l proxy -d 'Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l proxy-protocol -d 'Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection\'s own; UNKNOWN (v1) or LOCAL (v2) where it has none]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l proxy-password-file -d 'The passwords of the proxies with a user are the lines of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l proxy-password-env -d 'The passwords of the proxies with a user are the lines of this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s u -l user -d 'Log in as this user' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l password-file -d 'The password is the first line of this file' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l password-cmd -d 'The password is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l password-env -d 'The password is in this environment variable' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l password -d 'The password itself: every user of this machine can see it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l token-cmd -d 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l auth -d 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l insecure -d 'Take any certificate; every line is marked so'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l certs -d 'Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s 4 -l ipv4 -d 'IPv4 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s 6 -l ipv6 -d 'IPv6 only'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l proxy-insecure-auth -d 'The password of a proxy may go over clear text further than to this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l insecure-auth -d 'Password or token may go over clear text'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from example" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show each value in effect for send, pop and imap, and where it stands; no password is shown, and no command run'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print where the accounts stand, or would stand'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "example" -d 'Print a configuration to begin with'
complete -c mailtool -n "__fish_mailtool_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l modern -d 'As it is spoken today'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l explain -d 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)' -r -f -a "en\t'English'
es\t'Spanish'"
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l record -d 'Keep the dialogue as NDJSON, every octet of it, secrets out' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l color -d 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l timeout -d 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l config -d 'The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]' -r -F
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l account -d 'Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l deadline -d 'The longest time for all of it' -r
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -s q -l quiet -d 'No transcript, but warnings; twice: nothing but errors'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -s v -l verbose -d 'Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l json -d 'Results as one JSON object a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l show-secrets -d 'Show and record passwords and SASL answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -l strict -d 'A deviation of the peer from the RFCs is a failure (exit 76)'
complete -c mailtool -n "__fish_mailtool_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "mx" -d 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "mime" -d 'Build messages, take them apart, and encode and decode what they are made of'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "send" -d 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "sendmail" -d 'Hand over a letter from standard input as sendmail(8) does, for programs that call it'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "pop" -d 'Look into a maildrop over POP3, fetch messages and delete them'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "imap" -d 'Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "talk" -d 'Type the protocol yourself, line by line, and read what the server says'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "certs" -d 'Show the certificates of a server, what is wrong with them, and what TLS with it is like'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "serve" -d 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "bench" -d 'Load a server and measure it: rate, and percentiles of how long each step takes'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "config" -d 'Show what holds where no flag says otherwise, and where that stands'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "demo" -d 'See it work: Alicia\'s letter to Pepe, from a real client to a real server, both inside this program'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "generate" -d 'Write man pages or shell completions into a directory'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and not __fish_seen_subcommand_from mx mime send sendmail pop imap talk certs serve bench config demo generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "tree" -d 'Show the parts of a message as a tree, numbered as in IMAP'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "show" -d 'Show a message as text: who wrote to whom, the text, what is attached'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "part" -d 'Write one part of a message, decoded'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "extract" -d 'Write the files in a message into a directory'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "lint" -d 'Say what is wrong with a message, with its line and the RFC that speaks of it'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "size" -d 'Say how large a message is and why, and how large it could be'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "repair" -d 'Mend what is wrong with a message, and say what was changed'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "explain" -d 'Show a message line by line, and under each line what stands in it'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "build" -d 'Build a message and write it, from the flags of `send` or from a directory of parts'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "split" -d 'Cut a message into pieces, each of them a message of its own (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "join" -d 'Put the pieces of a message together (message/partial)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "encode" -d 'Encode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from mime" -f -a "decode" -d 'Decode octets, from a file or standard input to standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "stat" -d 'How many messages there are, and how many octets they have (STAT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "list" -d 'The messages with their numbers and sizes (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "uidl" -d 'The messages with their unique-ids, which name them from session to session (UIDL)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "top" -d 'The header of a message and the first lines of its body (TOP), as octets on standard output'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "retr" -d 'Fetch messages (RETR)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "dele" -d 'Delete messages (DELE, QUIT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "rset" -d 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "noop" -d 'Do nothing but log in (NOOP): whether user, password and maildrop are well'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "last" -d 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "capa" -d 'What the server says it can do (CAPA), and what that means'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from pop" -f -a "raw" -d 'Say any line, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "caps" -d 'What the server says it can do (CAPABILITY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "id" -d 'Who the server says it is (ID, RFC 2971)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "namespace" -d 'Where mailboxes are: one\'s own, those of other users, shared ones (NAMESPACE, RFC 2342)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "list" -d 'Which mailboxes there are (LIST)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "status" -d 'How much is in mailboxes (STATUS)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "select" -d 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "create" -d 'Make mailboxes (CREATE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "delete" -d 'Delete mailboxes, with all messages in them (DELETE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "rename" -d 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "subscribe" -d 'Put mailboxes on the list of those that are shown (SUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "unsubscribe" -d 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "search" -d 'Which messages are like that (SEARCH): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "sort" -d 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "thread" -d 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "fetch" -d 'What is known of messages, or their octets (FETCH)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "structure" -d 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "part" -d 'One part of a message, decoded (BINARY, or BODY and its encoding)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "attachments" -d 'The files in messages, decoded, each into a file of its own'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "flag" -d 'Add flags to messages and take others away (STORE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "copy" -d 'Copy messages into another mailbox (COPY)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "move" -d 'Move messages into another mailbox (MOVE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "append" -d 'Put messages into a mailbox (APPEND)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "replace" -d 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "expunge" -d 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "watch" -d 'What happens in mailboxes, as it happens (NOTIFY, IDLE)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "await" -d 'Wait until there is a message like that, and show it'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "quota" -d 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "acl" -d 'Who may do what with --mailbox (ACL, RFC 4314)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "metadata" -d 'Notes on --mailbox, or with -m \'\' on the server (METADATA, RFC 5464)'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "doctor" -d 'Check what a server advertises against what works'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "quirks" -d 'What servers are known to say otherwise than they should'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from imap" -f -a "raw" -d 'Say any command, and show what the server answers'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from bench" -f -a "smtp" -d 'Send many letters over many connections, and measure'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Show each value in effect for send, pop and imap, and where it stands; no password is shown, and no command run'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Print where the accounts stand, or would stand'
complete -c mailtool -n "__fish_mailtool_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "example" -d 'Print a configuration to begin with'
