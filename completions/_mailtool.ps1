
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'mailtool' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'mailtool'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'mailtool' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('mx', 'mx', [CompletionResultType]::ParameterValue, 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them')
            [CompletionResult]::new('mime', 'mime', [CompletionResultType]::ParameterValue, 'Build messages, take them apart, and encode and decode what they are made of')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient')
            [CompletionResult]::new('pop', 'pop', [CompletionResultType]::ParameterValue, 'Look into a maildrop over POP3, fetch messages and delete them')
            [CompletionResult]::new('imap', 'imap', [CompletionResultType]::ParameterValue, 'Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete')
            [CompletionResult]::new('talk', 'talk', [CompletionResultType]::ParameterValue, 'Type the protocol yourself, line by line, and read what the server says')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See it work: Alicia''s letter to Pepe, from a real client to a real server, both inside this program')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages or shell completions into a directory')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mx' {
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'Records of another type: A, AAAA, NS, TXT, TLSA, SOA, PTR, SRV, CNAME, ANY, or a number as TYPE99')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of the result')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The port of the exchangers')
            [CompletionResult]::new('--helo', '--helo', [CompletionResultType]::ParameterName, 'Our name in EHLO [default: this host''s, if it has a domain, else our address]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Speak with every address of every exchanger, without a message: greeting, EHLO, STARTTLS, certificate, names of the address, differences; and say whom a sender would try')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('tree', 'tree', [CompletionResultType]::ParameterValue, 'Show the parts of a message as a tree, numbered as in IMAP')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a message as text: who wrote to whom, the text, what is attached')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'Write one part of a message, decoded')
            [CompletionResult]::new('extract', 'extract', [CompletionResultType]::ParameterValue, 'Write the files in a message into a directory')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with a message, with its line and the RFC that speaks of it')
            [CompletionResult]::new('size', 'size', [CompletionResultType]::ParameterValue, 'Say how large a message is and why, and how large it could be')
            [CompletionResult]::new('repair', 'repair', [CompletionResultType]::ParameterValue, 'Mend what is wrong with a message, and say what was changed')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show a message line by line, and under each line what stands in it')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Build a message and write it, from the flags of `send` or from a directory of parts')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Cut a message into pieces, each of them a message of its own (message/partial)')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Put the pieces of a message together (message/partial)')
            [CompletionResult]::new('encode', 'encode', [CompletionResultType]::ParameterValue, 'Encode octets, from a file or standard input to standard output')
            [CompletionResult]::new('decode', 'decode', [CompletionResultType]::ParameterValue, 'Decode octets, from a file or standard input to standard output')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;tree' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--imap', '--imap', [CompletionResultType]::ParameterName, 'What an IMAP server should give for it: ENVELOPE and BODYSTRUCTURE')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;show' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Columns of a line that HTML is laid out in')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'HTML before plain text, where there is a choice')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;part' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file; it is made when the part is found, and overwritten')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file; it is made when the part is found, and overwritten')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--encoded', '--encoded', [CompletionResultType]::ParameterName, 'The content as it was sent, not decoded')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;extract' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Where the files go')
            [CompletionResult]::new('--directory', '--directory', [CompletionResultType]::ParameterName, 'Where the files go')
            [CompletionResult]::new('--max-parts', '--max-parts', [CompletionResultType]::ParameterName, 'The most files')
            [CompletionResult]::new('--max-bytes', '--max-bytes', [CompletionResultType]::ParameterName, 'The most octets in all')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Parts without a file name too, named part-1.2.txt after number and type')
            [CompletionResult]::new('--no-inline', '--no-inline', [CompletionResultType]::ParameterName, 'Files in the middle of a text (uuencode, yEnc) are left there')
            [CompletionResult]::new('--no-tnef', '--no-tnef', [CompletionResultType]::ParameterName, 'winmail.dat is written as it is')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;lint' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'The least severity that makes the exit code 1')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'All codes with their severity and RFC, what is expected and what helps')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'One SARIF 2.1.0 log instead of lines')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;size' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'A file that is to be sent, no message: what it would be in every encoding; - is standard input')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The largest message that the server takes, in octets; k, M and G are powers of 1024')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;repair' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--lf', '--lf', [CompletionResultType]::ParameterName, 'End lines in LF, as files often have them, not in CRLF')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only say what would be changed')
            [CompletionResult]::new('--break-signatures', '--break-signatures', [CompletionResultType]::ParameterName, 'Mend what is signed, too: its signature will not verify any more')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;explain' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;build' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The author [default: $EMAIL, else user@host]')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'A recipient: address, ''Name <address>'', or a list')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'Who gets a copy')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Where answers go')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'The subject')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'The text; @FILE takes it from a file, - from standard input')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'The text as HTML; with --body both are sent as alternatives')
            [CompletionResult]::new('--attach', '--attach', [CompletionResultType]::ParameterName, 'A file to come along; its type is found by name, then by content')
            [CompletionResult]::new('--inline', '--inline', [CompletionResultType]::ParameterName, 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file''s (what is no ASCII letter, digit or one of ._-@+ becomes _)')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header field; replaces a default one of the same name')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header field; replaces a default one of the same name')
            [CompletionResult]::new('--charset', '--charset', [CompletionResultType]::ParameterName, 'The charset of texts and names')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]; binary leaves attachments as they are, too, for servers that offer BINARYMIME')
            [CompletionResult]::new('--from-dir', '--from-dir', [CompletionResultType]::ParameterName, 'Build the tree that manifest.toml in this directory describes')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'The date, as in RFC 5322 or RFC 3339, where no field Date says one [default: now]')
            [CompletionResult]::new('--message-id', '--message-id', [CompletionResultType]::ParameterName, 'The identifier left@right, where no field Message-ID says one [default: a random one]')
            [CompletionResult]::new('--boundary', '--boundary', [CompletionResultType]::ParameterName, 'What boundaries are made of, 1 to 50 letters, digits and ''()+_,-./:=?; it stands in no part [default: a random token]')
            [CompletionResult]::new('--transport', '--transport', [CompletionResultType]::ParameterName, 'What the way to the recipient carries: lines of ASCII, which every server takes; octets above 127 in lines, also in addresses; or attachments as they are, and --encoding binary')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, which is overwritten')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, which is overwritten')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--lf', '--lf', [CompletionResultType]::ParameterName, 'Lines end with LF, as in an mbox; not with binary parts')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;split' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Of several messages (mbox, Maildir) only this one, counted from 1')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'The most octets of a piece')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Where the pieces go, a file each')
            [CompletionResult]::new('--directory', '--directory', [CompletionResultType]::ParameterName, 'Where the pieces go, a file each')
            [CompletionResult]::new('--mbox', '--mbox', [CompletionResultType]::ParameterName, 'All pieces into a new mbox')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;join' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'The message with this id, where there are pieces of several')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file; it is made when all pieces are there, and overwritten')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file; it is made when all pieces are there, and overwritten')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, as base64(1) writes it (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7)')
            [CompletionResult]::new('quoted-printable', 'quoted-printable', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7)')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode, as uuencode(1) writes it')
            [CompletionResult]::new('uuencode', 'uuencode', [CompletionResultType]::ParameterValue, 'uuencode, as uuencode(1) writes it')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc, one part with its checksum')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'One parameter of Content-Type or Content-Disposition (RFC 2231)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;encode;base64' {
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Characters of a line; 0 writes no line ends at all')
            [CompletionResult]::new('--wrap', '--wrap', [CompletionResultType]::ParameterName, 'Characters of a line; 0 writes no line ends at all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;qp' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--binary', '--binary', [CompletionResultType]::ParameterName, 'Not text: CR and LF are encoded as well, so that every octet comes back')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;quoted-printable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--binary', '--binary', [CompletionResultType]::ParameterName, 'Not text: CR and LF are encoded as well, so that every octet comes back')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;uu' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The file''s name in the line `begin` [default: that of FILE]')
            [CompletionResult]::new('--mode', '--mode', [CompletionResultType]::ParameterName, 'The file''s permissions in the line `begin`, in octal [default: those of FILE]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;uuencode' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The file''s name in the line `begin` [default: that of FILE]')
            [CompletionResult]::new('--mode', '--mode', [CompletionResultType]::ParameterName, 'The file''s permissions in the line `begin`, in octal [default: those of FILE]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;yenc' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The file''s name in the line `=ybegin` [default: that of FILE]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--crlf', '--crlf', [CompletionResultType]::ParameterName, 'End lines with CRLF, as mail needs them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;header' {
            [CompletionResult]::new('--charset', '--charset', [CompletionResultType]::ParameterName, 'The charset of encoded words')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Write whole fields of this name; those that hold addresses are read as lists of them')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;param' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--compat', '--compat', [CompletionResultType]::ParameterName, 'With a second form before it for readers that do not know RFC 2231')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;encode;help' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, as base64(1) writes it (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7)')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode, as uuencode(1) writes it')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc, one part with its checksum')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'One parameter of Content-Type or Content-Disposition (RFC 2231)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;encode;help;base64' {
            break
        }
        'mailtool;mime;encode;help;qp' {
            break
        }
        'mailtool;mime;encode;help;uu' {
            break
        }
        'mailtool;mime;encode;help;yenc' {
            break
        }
        'mailtool;mime;encode;help;header' {
            break
        }
        'mailtool;mime;encode;help;param' {
            break
        }
        'mailtool;mime;encode;help;help' {
            break
        }
        'mailtool;mime;decode' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, whatever stands between its characters (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7); line ends stay as they are')
            [CompletionResult]::new('quoted-printable', 'quoted-printable', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7); line ends stay as they are')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode: the first file in the text, wherever it begins; `begin-base64` too')
            [CompletionResult]::new('uuencode', 'uuencode', [CompletionResultType]::ParameterValue, 'uuencode: the first file in the text, wherever it begins; `begin-base64` too')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc: the first file in the text with all its parts; sizes and checksums are verified')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Header fields or their values, one a line, folded ones joined (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'The parameters of header fields or of their values, one a line (RFC 2231)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;decode;base64' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Say nothing about characters that are not of the alphabet; they are ignored anyway')
            [CompletionResult]::new('--ignore-garbage', '--ignore-garbage', [CompletionResultType]::ParameterName, 'Say nothing about characters that are not of the alphabet; they are ignored anyway')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;qp' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;quoted-printable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;uu' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;uuencode' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;yenc' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write into this file, not to standard output')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;header' {
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'The field whose values these are, if they come without its name')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;param' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;mime;decode;help' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, whatever stands between its characters (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7); line ends stay as they are')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode: the first file in the text, wherever it begins; `begin-base64` too')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc: the first file in the text with all its parts; sizes and checksums are verified')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Header fields or their values, one a line, folded ones joined (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'The parameters of header fields or of their values, one a line (RFC 2231)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;decode;help;base64' {
            break
        }
        'mailtool;mime;decode;help;qp' {
            break
        }
        'mailtool;mime;decode;help;uu' {
            break
        }
        'mailtool;mime;decode;help;yenc' {
            break
        }
        'mailtool;mime;decode;help;header' {
            break
        }
        'mailtool;mime;decode;help;param' {
            break
        }
        'mailtool;mime;decode;help;help' {
            break
        }
        'mailtool;mime;help' {
            [CompletionResult]::new('tree', 'tree', [CompletionResultType]::ParameterValue, 'Show the parts of a message as a tree, numbered as in IMAP')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a message as text: who wrote to whom, the text, what is attached')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'Write one part of a message, decoded')
            [CompletionResult]::new('extract', 'extract', [CompletionResultType]::ParameterValue, 'Write the files in a message into a directory')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with a message, with its line and the RFC that speaks of it')
            [CompletionResult]::new('size', 'size', [CompletionResultType]::ParameterValue, 'Say how large a message is and why, and how large it could be')
            [CompletionResult]::new('repair', 'repair', [CompletionResultType]::ParameterValue, 'Mend what is wrong with a message, and say what was changed')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show a message line by line, and under each line what stands in it')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Build a message and write it, from the flags of `send` or from a directory of parts')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Cut a message into pieces, each of them a message of its own (message/partial)')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Put the pieces of a message together (message/partial)')
            [CompletionResult]::new('encode', 'encode', [CompletionResultType]::ParameterValue, 'Encode octets, from a file or standard input to standard output')
            [CompletionResult]::new('decode', 'decode', [CompletionResultType]::ParameterValue, 'Decode octets, from a file or standard input to standard output')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;mime;help;tree' {
            break
        }
        'mailtool;mime;help;show' {
            break
        }
        'mailtool;mime;help;part' {
            break
        }
        'mailtool;mime;help;extract' {
            break
        }
        'mailtool;mime;help;lint' {
            break
        }
        'mailtool;mime;help;size' {
            break
        }
        'mailtool;mime;help;repair' {
            break
        }
        'mailtool;mime;help;explain' {
            break
        }
        'mailtool;mime;help;build' {
            break
        }
        'mailtool;mime;help;split' {
            break
        }
        'mailtool;mime;help;join' {
            break
        }
        'mailtool;mime;help;encode' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, as base64(1) writes it (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7)')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode, as uuencode(1) writes it')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc, one part with its checksum')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'One parameter of Content-Type or Content-Disposition (RFC 2231)')
            break
        }
        'mailtool;mime;help;encode;base64' {
            break
        }
        'mailtool;mime;help;encode;qp' {
            break
        }
        'mailtool;mime;help;encode;uu' {
            break
        }
        'mailtool;mime;help;encode;yenc' {
            break
        }
        'mailtool;mime;help;encode;header' {
            break
        }
        'mailtool;mime;help;encode;param' {
            break
        }
        'mailtool;mime;help;decode' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, whatever stands between its characters (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7); line ends stay as they are')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode: the first file in the text, wherever it begins; `begin-base64` too')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc: the first file in the text with all its parts; sizes and checksums are verified')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Header fields or their values, one a line, folded ones joined (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'The parameters of header fields or of their values, one a line (RFC 2231)')
            break
        }
        'mailtool;mime;help;decode;base64' {
            break
        }
        'mailtool;mime;help;decode;qp' {
            break
        }
        'mailtool;mime;help;decode;uu' {
            break
        }
        'mailtool;mime;help;decode;yenc' {
            break
        }
        'mailtool;mime;help;decode;header' {
            break
        }
        'mailtool;mime;help;decode;param' {
            break
        }
        'mailtool;mime;help;help' {
            break
        }
        'mailtool;send' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The author [default: $EMAIL, else user@host]')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'A recipient: address, ''Name <address>'', or a list')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'Who gets a copy')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Where answers go')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'The subject')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'The text; @FILE takes it from a file, - from standard input')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'The text as HTML; with --body both are sent as alternatives')
            [CompletionResult]::new('--attach', '--attach', [CompletionResultType]::ParameterName, 'A file to come along; its type is found by name, then by content')
            [CompletionResult]::new('--inline', '--inline', [CompletionResultType]::ParameterName, 'A picture that the HTML shows as <img src="cid:NAME">, NAME being the file''s (what is no ASCII letter, digit or one of ._-@+ becomes _)')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header field; replaces a default one of the same name')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header field; replaces a default one of the same name')
            [CompletionResult]::new('--charset', '--charset', [CompletionResultType]::ParameterName, 'The charset of texts and names')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]; binary leaves attachments as they are, too, for servers that offer BINARYMIME')
            [CompletionResult]::new('--bcc', '--bcc', [CompletionResultType]::ParameterName, 'Who gets a copy unseen: never in the header')
            [CompletionResult]::new('--eml', '--eml', [CompletionResultType]::ParameterName, 'A message that is complete, from a file or standard input; Bcc and a leading mbox From line are left out')
            [CompletionResult]::new('--mbox', '--mbox', [CompletionResultType]::ParameterName, 'Every message of an mbox, over one connection')
            [CompletionResult]::new('--mail-from', '--mail-from', [CompletionResultType]::ParameterName, 'The reverse path; '''' or ''<>'' for none [default: the author]')
            [CompletionResult]::new('--rcpt', '--rcpt', [CompletionResultType]::ParameterName, 'The recipients, whatever the header says')
            [CompletionResult]::new('--helo', '--helo', [CompletionResultType]::ParameterName, 'Our name in EHLO [default: this host''s, if it has a domain, else our address]')
            [CompletionResult]::new('--protocol', '--protocol', [CompletionResultType]::ParameterName, 'smtp, or lmtp: a server that delivers into mailboxes and answers for each recipient (RFC 2033) [default: as the URL says, else smtp]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'Commands in groups, where the server offers it: auto, never')
            [CompletionResult]::new('--chunking', '--chunking', [CompletionResultType]::ParameterName, 'BDAT instead of DATA, where the server offers it: auto, never')
            [CompletionResult]::new('--per-connection', '--per-connection', [CompletionResultType]::ParameterName, 'How many letters go over one connection before another is made; 1: a connection each [default: all]')
            [CompletionResult]::new('--quit-after', '--quit-after', [CompletionResultType]::ParameterName, 'End the dialogue behind PHASE (connect, ehlo, starttls, auth, mail or rcpt) by QUIT: nothing is delivered, and 0 says that all went well so far')
            [CompletionResult]::new('--drop-after', '--drop-after', [CompletionResultType]::ParameterName, 'The same without QUIT, and also behind data: the connection just ends')
            [CompletionResult]::new('--smtputf8', '--smtputf8', [CompletionResultType]::ParameterName, 'SMTPUTF8: auto (when needed), force, never')
            [CompletionResult]::new('--dsn', '--dsn', [CompletionResultType]::ParameterName, 'Reports of what becomes of it, where the server offers DSN (RFC 3461): notify=never, or any of success,failure,delay; ret=full|hdrs; envid=TEXT. Again with rcpt=ADDR,notify=…,orcpt=ADDR for a single recipient')
            [CompletionResult]::new('--mail-param', '--mail-param', [CompletionResultType]::ParameterName, 'A parameter of MAIL, as it is, offered or not; replaces ours of the same name')
            [CompletionResult]::new('--rcpt-param', '--rcpt-param', [CompletionResultType]::ParameterName, 'A parameter of every RCPT, as it is, offered or not; replaces ours of the same name')
            [CompletionResult]::new('--xclient', '--xclient', [CompletionResultType]::ParameterName, 'Say for whom we speak, to a server that trusts us as a proxy (XCLIENT): name, addr, port, proto, helo, login, destaddr, destport')
            [CompletionResult]::new('--verb', '--verb', [CompletionResultType]::ParameterName, 'Instead of a letter, say this command behind EHLO and the login, and print its reply: ''VRFY pepe'', ''EXPN list'', HELP, ''ETRN example.org''; may be repeated')
            [CompletionResult]::new('--deliver-by', '--deliver-by', [CompletionResultType]::ParameterName, 'Deliver within so many seconds, else return it or notify the sender (RFC 2852), each server telling with trace; 69 where the server does not offer DELIVERBY')
            [CompletionResult]::new('--hold-for', '--hold-for', [CompletionResultType]::ParameterName, 'Hold it back for so many seconds (RFC 4865); 69 where the server does not offer FUTURERELEASE')
            [CompletionResult]::new('--hold-until', '--hold-until', [CompletionResultType]::ParameterName, 'Hold it back until then: 2026-12-24T18:00:00Z or with another offset')
            [CompletionResult]::new('--mt-priority', '--mt-priority', [CompletionResultType]::ParameterName, 'How urgent it is, from -9 to 9 (RFC 6710); not said where the server does not offer MT-PRIORITY')
            [CompletionResult]::new('--mx', '--mx', [CompletionResultType]::ParameterName, 'Which mail exchangers are tried: all in order until one takes it; the first alone; each address of each, which gets the message every time')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The port of the mail exchangers')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'The order among equal preferences: the same number, the same order [default: another each time]')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25 [default: the mail exchangers of each recipient''s domain]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25 [default: the mail exchangers of each recipient''s domain]')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the exact octets instead of sending them')
            [CompletionResult]::new('--legacy-helo', '--legacy-helo', [CompletionResultType]::ParameterName, 'HELO instead of EHLO: no extensions')
            [CompletionResult]::new('--require-tls', '--require-tls', [CompletionResultType]::ParameterName, 'Demand verified TLS on every leg of its way (RFC 8689); 77 where this one is not verified or the server does not offer REQUIRETLS')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('stat', 'stat', [CompletionResultType]::ParameterValue, 'How many messages there are, and how many octets they have (STAT)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The messages with their numbers and sizes (LIST)')
            [CompletionResult]::new('uidl', 'uidl', [CompletionResultType]::ParameterValue, 'The messages with their unique-ids, which name them from session to session (UIDL)')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The header of a message and the first lines of its body (TOP), as octets on standard output')
            [CompletionResult]::new('retr', 'retr', [CompletionResultType]::ParameterValue, 'Fetch messages (RETR)')
            [CompletionResult]::new('dele', 'dele', [CompletionResultType]::ParameterValue, 'Delete messages (DELE, QUIT)')
            [CompletionResult]::new('rset', 'rset', [CompletionResultType]::ParameterValue, 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says')
            [CompletionResult]::new('noop', 'noop', [CompletionResultType]::ParameterValue, 'Do nothing but log in (NOOP): whether user, password and maildrop are well')
            [CompletionResult]::new('last', 'last', [CompletionResultType]::ParameterValue, 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)')
            [CompletionResult]::new('capa', 'capa', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPA), and what that means')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any line, and show what the server answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;pop;stat' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;list' {
            [CompletionResult]::new('--where', '--where', [CompletionResultType]::ParameterName, 'Only messages that this query means: ''from:ana older:30d'', ''larger:5M OR has:attachment''')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Also who wrote what and when, from the header of each (TOP n 0)')
            [CompletionResult]::new('--uidl', '--uidl', [CompletionResultType]::ParameterName, 'Also what names them from session to session (UIDL)')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;uidl' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;top' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;retr' {
            [CompletionResult]::new('--where', '--where', [CompletionResultType]::ParameterName, 'Only messages that this query means: ''from:ana older:30d'', ''larger:5M OR has:attachment''')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'One message goes to this file, which is replaced')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'One message goes to this file, which is replaced')
            [CompletionResult]::new('--mbox', '--mbox', [CompletionResultType]::ParameterName, 'Append to this mbox (mboxrd, lines end in LF), locked meanwhile')
            [CompletionResult]::new('--maildir', '--maildir', [CompletionResultType]::ParameterName, 'Into this Maildir (lines end in LF)')
            [CompletionResult]::new('--eml-dir', '--eml-dir', [CompletionResultType]::ParameterName, 'Each as a file in this directory: number and unique-id, the octets as they were sent; none is overwritten')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--delete', '--delete', [CompletionResultType]::ParameterName, 'Delete from the server what has reached the disk')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;dele' {
            [CompletionResult]::new('--where', '--where', [CompletionResultType]::ParameterName, 'Only messages that this query means: ''from:ana older:30d'', ''larger:5M OR has:attachment''')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would go (with TOP), and delete nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;rset' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;noop' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;last' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;capa' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;raw' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--pipeline', '--pipeline', [CompletionResultType]::ParameterName, 'How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Ask for replies in this language (RFC 6856)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--multi', '--multi', [CompletionResultType]::ParameterName, 'Lines follow the answer, up to a lone dot, though the command is not known to have any')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in mailbox and replies (RFC 6856)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;pop;help' {
            [CompletionResult]::new('stat', 'stat', [CompletionResultType]::ParameterValue, 'How many messages there are, and how many octets they have (STAT)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The messages with their numbers and sizes (LIST)')
            [CompletionResult]::new('uidl', 'uidl', [CompletionResultType]::ParameterValue, 'The messages with their unique-ids, which name them from session to session (UIDL)')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The header of a message and the first lines of its body (TOP), as octets on standard output')
            [CompletionResult]::new('retr', 'retr', [CompletionResultType]::ParameterValue, 'Fetch messages (RETR)')
            [CompletionResult]::new('dele', 'dele', [CompletionResultType]::ParameterValue, 'Delete messages (DELE, QUIT)')
            [CompletionResult]::new('rset', 'rset', [CompletionResultType]::ParameterValue, 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says')
            [CompletionResult]::new('noop', 'noop', [CompletionResultType]::ParameterValue, 'Do nothing but log in (NOOP): whether user, password and maildrop are well')
            [CompletionResult]::new('last', 'last', [CompletionResultType]::ParameterValue, 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)')
            [CompletionResult]::new('capa', 'capa', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPA), and what that means')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any line, and show what the server answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;pop;help;stat' {
            break
        }
        'mailtool;pop;help;list' {
            break
        }
        'mailtool;pop;help;uidl' {
            break
        }
        'mailtool;pop;help;top' {
            break
        }
        'mailtool;pop;help;retr' {
            break
        }
        'mailtool;pop;help;dele' {
            break
        }
        'mailtool;pop;help;rset' {
            break
        }
        'mailtool;pop;help;noop' {
            break
        }
        'mailtool;pop;help;last' {
            break
        }
        'mailtool;pop;help;capa' {
            break
        }
        'mailtool;pop;help;raw' {
            break
        }
        'mailtool;pop;help;help' {
            break
        }
        'mailtool;imap' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('caps', 'caps', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPABILITY)')
            [CompletionResult]::new('id', 'id', [CompletionResultType]::ParameterValue, 'Who the server says it is (ID, RFC 2971)')
            [CompletionResult]::new('namespace', 'namespace', [CompletionResultType]::ParameterValue, 'Where mailboxes are: one''s own, those of other users, shared ones (NAMESPACE, RFC 2342)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Which mailboxes there are (LIST)')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How much is in mailboxes (STATUS)')
            [CompletionResult]::new('select', 'select', [CompletionResultType]::ParameterValue, 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make mailboxes (CREATE)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete mailboxes, with all messages in them (DELETE)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays')
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Put mailboxes on the list of those that are shown (SUBSCRIBE)')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Which messages are like that (SEARCH): one UID a line')
            [CompletionResult]::new('sort', 'sort', [CompletionResultType]::ParameterValue, 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line')
            [CompletionResult]::new('thread', 'thread', [CompletionResultType]::ParameterValue, 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'What is known of messages, or their octets (FETCH)')
            [CompletionResult]::new('structure', 'structure', [CompletionResultType]::ParameterValue, 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'One part of a message, decoded (BINARY, or BODY and its encoding)')
            [CompletionResult]::new('attachments', 'attachments', [CompletionResultType]::ParameterValue, 'The files in messages, decoded, each into a file of its own')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Add flags to messages and take others away (STORE)')
            [CompletionResult]::new('copy', 'copy', [CompletionResultType]::ParameterValue, 'Copy messages into another mailbox (COPY)')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move messages into another mailbox (MOVE)')
            [CompletionResult]::new('append', 'append', [CompletionResultType]::ParameterValue, 'Put messages into a mailbox (APPEND)')
            [CompletionResult]::new('replace', 'replace', [CompletionResultType]::ParameterValue, 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)')
            [CompletionResult]::new('expunge', 'expunge', [CompletionResultType]::ParameterValue, 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'What happens in mailboxes, as it happens (NOTIFY, IDLE)')
            [CompletionResult]::new('await', 'await', [CompletionResultType]::ParameterValue, 'Wait until there is a message like that, and show it')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)')
            [CompletionResult]::new('acl', 'acl', [CompletionResultType]::ParameterValue, 'Who may do what with --mailbox (ACL, RFC 4314)')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Notes on --mailbox, or with -m '''' on the server (METADATA, RFC 5464)')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check what a server advertises against what works')
            [CompletionResult]::new('quirks', 'quirks', [CompletionResultType]::ParameterValue, 'What servers are known to say otherwise than they should')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any command, and show what the server answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;caps' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;id' {
            [CompletionResult]::new('--say', '--say', [CompletionResultType]::ParameterName, 'Who we say we are')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;namespace' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;list' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A line for each mailbox, with these in braces: {mailbox} {delimiter} {attributes} {url}, and what --counts counts: {messages} {unseen} {uidnext} {uidvalidity} {size}; \t, \n, \\, {{ and }}')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--subscribed', '--subscribed', [CompletionResultType]::ParameterName, 'Only those on the list of SUBSCRIBE')
            [CompletionResult]::new('--special', '--special', [CompletionResultType]::ParameterName, 'Only those with a use of their own: \Sent, \Trash, … (SPECIAL-USE)')
            [CompletionResult]::new('--counts', '--counts', [CompletionResultType]::ParameterName, 'Also how much is in each')
            [CompletionResult]::new('--tree', '--tree', [CompletionResultType]::ParameterName, 'As a tree')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;status' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;select' {
            [CompletionResult]::new('--qresync', '--qresync', [CompletionResultType]::ParameterName, 'Tell first what has changed since it was as it is remembered (QRESYNC, RFC 7162): UIDVALIDITY:MODSEQ, or UIDVALIDITY:MODSEQ:UIDS where only these were known. Another UIDVALIDITY by now is exit 1')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Open it to be written to: whether that can be done, and with which flags')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;create' {
            [CompletionResult]::new('--special', '--special', [CompletionResultType]::ParameterName, 'What it is for: archive, drafts, flagged, junk, sent, trash (CREATE-SPECIAL-USE, RFC 6154)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--subscribe', '--subscribe', [CompletionResultType]::ParameterName, 'Subscribe to them too')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;delete' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;rename' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;subscribe' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;unsubscribe' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;search' {
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'The keys of SEARCH, verbatim')
            [CompletionResult]::new('--mailboxes', '--mailboxes', [CompletionResultType]::ParameterName, 'Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one''s own), subscribed; what is found is shown as --urls shows it, or as --format says')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \t, \n, \\, {{ and }}')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Tell what the server would be asked and what would be checked here')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Only how many: with --json {"count"}, of several mailboxes {"mailbox","count"}')
            [CompletionResult]::new('--urls', '--urls', [CompletionResultType]::ParameterName, 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;sort' {
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'The keys of SEARCH, verbatim')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \t, \n, \\, {{ and }}')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--urls', '--urls', [CompletionResultType]::ParameterName, 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;thread' {
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'The keys of SEARCH, verbatim')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'By which algorithm: references, orderedsubject (both are done here if the server does not), refs')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;fetch' {
            [CompletionResult]::new('--changed-since', '--changed-since', [CompletionResultType]::ParameterName, 'Only those of SEL that are new, or whose flags were changed, behind this MODSEQ (CONDSTORE, RFC 7162); `imap status` and `imap select` tell that of a mailbox')
            [CompletionResult]::new('--items', '--items', [CompletionResultType]::ParameterName, 'These items, in the language of IMAP')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr} {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \t, \n, \\, {{ and }}')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'These fields of its header')
            [CompletionResult]::new('--part', '--part', [CompletionResultType]::ParameterName, 'A part, as it was sent: 1, 1.2, 1.2.MIME, 2.HEADER, TEXT')
            [CompletionResult]::new('--range', '--range', [CompletionResultType]::ParameterName, 'Only so many octets, from this one on')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Those of one message go to this file, which is replaced')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Those of one message go to this file, which is replaced')
            [CompletionResult]::new('--mbox', '--mbox', [CompletionResultType]::ParameterName, 'Append whole messages to this mbox (mboxrd, lines end in LF), locked meanwhile')
            [CompletionResult]::new('--maildir', '--maildir', [CompletionResultType]::ParameterName, 'Whole messages into this Maildir with their flags (lines end in LF)')
            [CompletionResult]::new('--eml-dir', '--eml-dir', [CompletionResultType]::ParameterName, 'Each as a file in this directory, named by its UID; none is overwritten')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--vanished', '--vanished', [CompletionResultType]::ParameterName, 'Tell before them which UIDs of SEL are gone since then (QRESYNC): a line, with --json {"vanished"}')
            [CompletionResult]::new('--flags', '--flags', [CompletionResultType]::ParameterName, 'Flags')
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'Size in octets')
            [CompletionResult]::new('--envelope', '--envelope', [CompletionResultType]::ParameterName, 'Date, author and subject; with --json the whole envelope')
            [CompletionResult]::new('--structure', '--structure', [CompletionResultType]::ParameterName, 'What it is made of, with --json (`imap structure` shows it)')
            [CompletionResult]::new('--modseq', '--modseq', [CompletionResultType]::ParameterName, 'Change number (CONDSTORE)')
            [CompletionResult]::new('--ids', '--ids', [CompletionResultType]::ParameterName, 'Identifiers of the message and of its conversation, which last (OBJECTID, else Gmail''s)')
            [CompletionResult]::new('--saved-date', '--saved-date', [CompletionResultType]::ParameterName, 'When it came into this mailbox (SAVEDATE)')
            [CompletionResult]::new('--labels', '--labels', [CompletionResultType]::ParameterName, 'Gmail''s labels (X-GM-EXT-1)')
            [CompletionResult]::new('--preview', '--preview', [CompletionResultType]::ParameterName, 'How its text begins (PREVIEW)')
            [CompletionResult]::new('--urls', '--urls', [CompletionResultType]::ParameterName, 'The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'The whole message')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Its header')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'What stands behind the header')
            [CompletionResult]::new('--text', '--text', [CompletionResultType]::ParameterName, 'Its plain text, decoded, in UTF-8')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'Its HTML, decoded, in UTF-8')
            [CompletionResult]::new('--mark-seen', '--mark-seen', [CompletionResultType]::ParameterName, 'What is fetched becomes seen')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Keep in FILE.part what has come of one message, and go on there the next time')
            [CompletionResult]::new('--continue', '--continue', [CompletionResultType]::ParameterName, 'Keep in FILE.part what has come of one message, and go on there the next time')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;structure' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;part' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which is replaced')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which is replaced')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--encoded', '--encoded', [CompletionResultType]::ParameterName, 'As it was sent, not decoded')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Keep in FILE.part what has come, as it was sent, and go on there the next time')
            [CompletionResult]::new('--continue', '--continue', [CompletionResultType]::ParameterName, 'Keep in FILE.part what has come, as it was sent, and go on there the next time')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;attachments' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Into this directory, which is made if it is not there')
            [CompletionResult]::new('--directory', '--directory', [CompletionResultType]::ParameterName, 'Into this directory, which is made if it is not there')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show which there are, and fetch none')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;flag' {
            [CompletionResult]::new('--add', '--add', [CompletionResultType]::ParameterName, 'Flags to add')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Flags to take away')
            [CompletionResult]::new('--unchanged-since', '--unchanged-since', [CompletionResultType]::ParameterName, 'Only those that nobody has changed behind this MODSEQ (CONDSTORE, RFC 7162 §3.1.3); the others are told, with --json {"uid","modified"}, and are exit 1, or 3 beside those that were done')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show which messages are meant, and change nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;copy' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show which messages are meant, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;move' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show which messages are meant, and do nothing')
            [CompletionResult]::new('--all-deleted', '--all-deleted', [CompletionResultType]::ParameterName, 'Where it must be, expunge all messages that are marked as deleted')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;append' {
            [CompletionResult]::new('--mbox', '--mbox', [CompletionResultType]::ParameterName, 'All messages of an mbox; their flags stand in Status and X-Status')
            [CompletionResult]::new('--maildir', '--maildir', [CompletionResultType]::ParameterName, 'All messages of a Maildir')
            [CompletionResult]::new('--flags', '--flags', [CompletionResultType]::ParameterName, 'Their flags, beside those that they have: seen, answered, flagged, deleted, draft, or keywords')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'When they are said to have been received (RFC 3339, or as in a Date field) [default: what is known of it, else now]')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;replace' {
            [CompletionResult]::new('--flags', '--flags', [CompletionResultType]::ParameterName, 'Their flags, beside those that they have: seen, answered, flagged, deleted, draft, or keywords')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'When they are said to have been received (RFC 3339, or as in a Date field) [default: what is known of it, else now]')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;expunge' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--seq', '--seq', [CompletionResultType]::ParameterName, 'The numbers of SEL are places in the mailbox, from 1 on, and no UIDs')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show which would go, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;watch' {
            [CompletionResult]::new('--mailboxes', '--mailboxes', [CompletionResultType]::ParameterName, 'Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one''s own), subscribed')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'How long: 30s, 10m, 2h [default: for ever]')
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Run this by the shell for each event, one after the other')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'How often a server is asked that tells nothing by itself')
            [CompletionResult]::new('--renew', '--renew', [CompletionResultType]::ParameterName, 'How soon a server hears of us again, at most 29m, unless it says meanwhile that it is still there')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'End with the first message that comes')
            [CompletionResult]::new('--no-reconnect', '--no-reconnect', [CompletionResultType]::ParameterName, 'End with a connection that breaks (75)')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;await' {
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'The keys of SEARCH, verbatim')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'How long: 30s, 10m, 2h [default: for ever]')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'How often a server is asked that tells nothing by itself')
            [CompletionResult]::new('--renew', '--renew', [CompletionResultType]::ParameterName, 'How soon a server hears of us again, at most 29m, unless it says meanwhile that it is still there')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--no-reconnect', '--no-reconnect', [CompletionResultType]::ParameterName, 'End with a connection that breaks (75)')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;quota' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;acl' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Give rights: all of them, or more (+), or fewer (-) (SETACL)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Take all rights away (DELETEACL)')
            [CompletionResult]::new('rights', 'rights', [CompletionResultType]::ParameterValue, 'One''s own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;acl;get' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;acl;set' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;acl;delete' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;acl;rights' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;acl;help' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Give rights: all of them, or more (+), or fewer (-) (SETACL)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Take all rights away (DELETEACL)')
            [CompletionResult]::new('rights', 'rights', [CompletionResultType]::ParameterValue, 'One''s own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;acl;help;get' {
            break
        }
        'mailtool;imap;acl;help;set' {
            break
        }
        'mailtool;imap;acl;help;delete' {
            break
        }
        'mailtool;imap;acl;help;rights' {
            break
        }
        'mailtool;imap;acl;help;help' {
            break
        }
        'mailtool;imap;metadata' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'What there is (GETMETADATA); with --json one object a line: {"entry","value"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change an entry; one without a value goes (SETMETADATA)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;metadata;get' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;metadata;set' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Log in, show what would be done, and do nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;metadata;help' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'What there is (GETMETADATA); with --json one object a line: {"entry","value"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change an entry; one without a value goes (SETMETADATA)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;metadata;help;get' {
            break
        }
        'mailtool;imap;metadata;help;set' {
            break
        }
        'mailtool;imap;metadata;help;help' {
            break
        }
        'mailtool;imap;doctor' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--read-only', '--read-only', [CompletionResultType]::ParameterName, 'Only what writes nothing, in --mailbox')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Try what is not advertised too')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the checks: what is asked, what should come of it, and where that is written')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;quirks' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;raw' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]')
            [CompletionResult]::new('--tunnel', '--tunnel', [CompletionResultType]::ParameterName, 'Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: ''ssh host /usr/lib/dovecot/imap'' (…/pop3 for POP3). --server then only says the name and the TLS; without it there is no TLS')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('--compress', '--compress', [CompletionResultType]::ParameterName, 'When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside. auto: where the server offers it, but not at a literal loopback address or a unix socket')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--mailbox', '--mailbox', [CompletionResultType]::ParameterName, 'The mailbox that messages are in')
            [CompletionResult]::new('--uidvalidity', '--uidvalidity', [CompletionResultType]::ParameterName, 'Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--select', '--select', [CompletionResultType]::ParameterName, 'Open --mailbox first, to be read only')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('--utf8', '--utf8', [CompletionResultType]::ParameterName, 'Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;imap;help' {
            [CompletionResult]::new('caps', 'caps', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPABILITY)')
            [CompletionResult]::new('id', 'id', [CompletionResultType]::ParameterValue, 'Who the server says it is (ID, RFC 2971)')
            [CompletionResult]::new('namespace', 'namespace', [CompletionResultType]::ParameterValue, 'Where mailboxes are: one''s own, those of other users, shared ones (NAMESPACE, RFC 2342)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Which mailboxes there are (LIST)')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How much is in mailboxes (STATUS)')
            [CompletionResult]::new('select', 'select', [CompletionResultType]::ParameterValue, 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make mailboxes (CREATE)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete mailboxes, with all messages in them (DELETE)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays')
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Put mailboxes on the list of those that are shown (SUBSCRIBE)')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Which messages are like that (SEARCH): one UID a line')
            [CompletionResult]::new('sort', 'sort', [CompletionResultType]::ParameterValue, 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line')
            [CompletionResult]::new('thread', 'thread', [CompletionResultType]::ParameterValue, 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'What is known of messages, or their octets (FETCH)')
            [CompletionResult]::new('structure', 'structure', [CompletionResultType]::ParameterValue, 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'One part of a message, decoded (BINARY, or BODY and its encoding)')
            [CompletionResult]::new('attachments', 'attachments', [CompletionResultType]::ParameterValue, 'The files in messages, decoded, each into a file of its own')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Add flags to messages and take others away (STORE)')
            [CompletionResult]::new('copy', 'copy', [CompletionResultType]::ParameterValue, 'Copy messages into another mailbox (COPY)')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move messages into another mailbox (MOVE)')
            [CompletionResult]::new('append', 'append', [CompletionResultType]::ParameterValue, 'Put messages into a mailbox (APPEND)')
            [CompletionResult]::new('replace', 'replace', [CompletionResultType]::ParameterValue, 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)')
            [CompletionResult]::new('expunge', 'expunge', [CompletionResultType]::ParameterValue, 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'What happens in mailboxes, as it happens (NOTIFY, IDLE)')
            [CompletionResult]::new('await', 'await', [CompletionResultType]::ParameterValue, 'Wait until there is a message like that, and show it')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)')
            [CompletionResult]::new('acl', 'acl', [CompletionResultType]::ParameterValue, 'Who may do what with --mailbox (ACL, RFC 4314)')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Notes on --mailbox, or with -m '''' on the server (METADATA, RFC 5464)')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check what a server advertises against what works')
            [CompletionResult]::new('quirks', 'quirks', [CompletionResultType]::ParameterValue, 'What servers are known to say otherwise than they should')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any command, and show what the server answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;imap;help;caps' {
            break
        }
        'mailtool;imap;help;id' {
            break
        }
        'mailtool;imap;help;namespace' {
            break
        }
        'mailtool;imap;help;list' {
            break
        }
        'mailtool;imap;help;status' {
            break
        }
        'mailtool;imap;help;select' {
            break
        }
        'mailtool;imap;help;create' {
            break
        }
        'mailtool;imap;help;delete' {
            break
        }
        'mailtool;imap;help;rename' {
            break
        }
        'mailtool;imap;help;subscribe' {
            break
        }
        'mailtool;imap;help;unsubscribe' {
            break
        }
        'mailtool;imap;help;search' {
            break
        }
        'mailtool;imap;help;sort' {
            break
        }
        'mailtool;imap;help;thread' {
            break
        }
        'mailtool;imap;help;fetch' {
            break
        }
        'mailtool;imap;help;structure' {
            break
        }
        'mailtool;imap;help;part' {
            break
        }
        'mailtool;imap;help;attachments' {
            break
        }
        'mailtool;imap;help;flag' {
            break
        }
        'mailtool;imap;help;copy' {
            break
        }
        'mailtool;imap;help;move' {
            break
        }
        'mailtool;imap;help;append' {
            break
        }
        'mailtool;imap;help;replace' {
            break
        }
        'mailtool;imap;help;expunge' {
            break
        }
        'mailtool;imap;help;watch' {
            break
        }
        'mailtool;imap;help;await' {
            break
        }
        'mailtool;imap;help;quota' {
            break
        }
        'mailtool;imap;help;acl' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Give rights: all of them, or more (+), or fewer (-) (SETACL)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Take all rights away (DELETEACL)')
            [CompletionResult]::new('rights', 'rights', [CompletionResultType]::ParameterValue, 'One''s own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)')
            break
        }
        'mailtool;imap;help;acl;get' {
            break
        }
        'mailtool;imap;help;acl;set' {
            break
        }
        'mailtool;imap;help;acl;delete' {
            break
        }
        'mailtool;imap;help;acl;rights' {
            break
        }
        'mailtool;imap;help;metadata' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'What there is (GETMETADATA); with --json one object a line: {"entry","value"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change an entry; one without a value goes (SETMETADATA)')
            break
        }
        'mailtool;imap;help;metadata;get' {
            break
        }
        'mailtool;imap;help;metadata;set' {
            break
        }
        'mailtool;imap;help;doctor' {
            break
        }
        'mailtool;imap;help;quirks' {
            break
        }
        'mailtool;imap;help;raw' {
            break
        }
        'mailtool;imap;help;help' {
            break
        }
        'mailtool;talk' {
            [CompletionResult]::new('--protocol', '--protocol', [CompletionResultType]::ParameterName, 'What is spoken: smtp, pop3 or imap [default: as the scheme or the port says, else smtp]')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'IMAP: which lines get a tag; auto: those that begin with a command; never: none')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'auto: TLS from the first octet on 465, 993 and 995, and with smtps://, imaps://, pop3s://; otherwise when STARTTLS (STLS) is typed; never: not from the first octet; may: as auto, and passwords may go to a server that is not verified; starttls: STARTTLS must work and verify; implicit: from the first octet, verified')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Trust the certificates of this PEM file (issuers, or the server''s own), or those of the system [default: Mozilla''s]')
            [CompletionResult]::new('--sni', '--sni', [CompletionResultType]::ParameterName, 'The name to ask for and verify instead of the server''s')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'HOST at PORT is at this address, whatever name servers say; may be repeated')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Connections come from this address of ours, and go to addresses of its family')
            [CompletionResult]::new('--dns', '--dns', [CompletionResultType]::ParameterName, 'The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]')
            [CompletionResult]::new('--dns-over', '--dns-over', [CompletionResultType]::ParameterName, 'The transport of questions [default ports: 53, tls 853, https 443]')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Log in as this user')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The password is the first line of this file')
            [CompletionResult]::new('--password-cmd', '--password-cmd', [CompletionResultType]::ParameterName, 'The password is the first line that this command prints')
            [CompletionResult]::new('--password-env', '--password-env', [CompletionResultType]::ParameterName, 'The password is in this environment variable')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'The password itself: every user of this machine can see it')
            [CompletionResult]::new('--token-cmd', '--token-cmd', [CompletionResultType]::ParameterName, 'The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history of the lines typed')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Take any certificate; every line is marked so')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'IPv6 only')
            [CompletionResult]::new('--insecure-auth', '--insecure-auth', [CompletionResultType]::ParameterName, 'Password or token may go over clear text')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;serve' {
            [CompletionResult]::new('--smtp', '--smtp', [CompletionResultType]::ParameterName, 'SMTP with STARTTLS [default address: 127.0.0.1:1025]')
            [CompletionResult]::new('--smtps', '--smtps', [CompletionResultType]::ParameterName, 'SMTP with TLS from the first octet [default address: 127.0.0.1:1465]')
            [CompletionResult]::new('--submission', '--submission', [CompletionResultType]::ParameterName, 'SMTP for submission [default address: 127.0.0.1:1587]')
            [CompletionResult]::new('--eml-dir', '--eml-dir', [CompletionResultType]::ParameterName, 'Each message also as a file here, the exact octets')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'A user; with one, CRAM-MD5 and SCRAM are offered too')
            [CompletionResult]::new('--auth', '--auth', [CompletionResultType]::ParameterName, 'Who must log in: any (nobody must; PLAIN and LOGIN take any password), required (passwords of --user are checked), off')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'auto makes a certificate, off has none, or PEM files')
            [CompletionResult]::new('--ca-out', '--ca-out', [CompletionResultType]::ParameterName, 'Write the certificate here, for clients to trust')
            [CompletionResult]::new('--hostname', '--hostname', [CompletionResultType]::ParameterName, 'Our name in greeting and certificate [default: this host''s]')
            [CompletionResult]::new('--ports-file', '--ports-file', [CompletionResultType]::ParameterName, 'Write the addresses that are listened at here, as JSON, once all are')
            [CompletionResult]::new('--exit-after', '--exit-after', [CompletionResultType]::ParameterName, 'End after N messages (no more than that are taken), after a time (30s), or after that time without a message (idle:5s)')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest message in octets')
            [CompletionResult]::new('--max-rcpt', '--max-rcpt', [CompletionResultType]::ParameterName, 'The most recipients of a message')
            [CompletionResult]::new('--max-conns', '--max-conns', [CompletionResultType]::ParameterName, 'The most connections at once')
            [CompletionResult]::new('--bare-newline', '--bare-newline', [CompletionResultType]::ParameterName, 'Messages with bare CR, bare LF or NUL: refuse them (550 5.6.11), or keep them as they came. Neither ends a message')
            [CompletionResult]::new('--pipelining', '--pipelining', [CompletionResultType]::ParameterName, 'Clients that talk before they may: send them away (554), or let any')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;demo' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('--modern', '--modern', [CompletionResultType]::ParameterName, 'As it is spoken today')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;generate' {
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with -q, which leaves nothing to explain)')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Keep the dialogue as NDJSON, every octet of it, secrets out')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]')
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'The longest time for all of it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No transcript; twice: nothing but errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Whole message bodies and TLS details; twice: hex too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Results as one JSON object a line')
            [CompletionResult]::new('--show-secrets', '--show-secrets', [CompletionResultType]::ParameterName, 'Show and record passwords and SASL answers')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'A deviation of the peer from the RFCs is a failure (exit 76)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mailtool;help' {
            [CompletionResult]::new('mx', 'mx', [CompletionResultType]::ParameterValue, 'Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them')
            [CompletionResult]::new('mime', 'mime', [CompletionResultType]::ParameterValue, 'Build messages, take them apart, and encode and decode what they are made of')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient')
            [CompletionResult]::new('pop', 'pop', [CompletionResultType]::ParameterValue, 'Look into a maildrop over POP3, fetch messages and delete them')
            [CompletionResult]::new('imap', 'imap', [CompletionResultType]::ParameterValue, 'Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete')
            [CompletionResult]::new('talk', 'talk', [CompletionResultType]::ParameterValue, 'Type the protocol yourself, line by line, and read what the server says')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Catch mail: an SMTP server that takes any address and lets nothing leave this machine')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See it work: Alicia''s letter to Pepe, from a real client to a real server, both inside this program')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages or shell completions into a directory')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mailtool;help;mx' {
            break
        }
        'mailtool;help;mime' {
            [CompletionResult]::new('tree', 'tree', [CompletionResultType]::ParameterValue, 'Show the parts of a message as a tree, numbered as in IMAP')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a message as text: who wrote to whom, the text, what is attached')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'Write one part of a message, decoded')
            [CompletionResult]::new('extract', 'extract', [CompletionResultType]::ParameterValue, 'Write the files in a message into a directory')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with a message, with its line and the RFC that speaks of it')
            [CompletionResult]::new('size', 'size', [CompletionResultType]::ParameterValue, 'Say how large a message is and why, and how large it could be')
            [CompletionResult]::new('repair', 'repair', [CompletionResultType]::ParameterValue, 'Mend what is wrong with a message, and say what was changed')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show a message line by line, and under each line what stands in it')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Build a message and write it, from the flags of `send` or from a directory of parts')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Cut a message into pieces, each of them a message of its own (message/partial)')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Put the pieces of a message together (message/partial)')
            [CompletionResult]::new('encode', 'encode', [CompletionResultType]::ParameterValue, 'Encode octets, from a file or standard input to standard output')
            [CompletionResult]::new('decode', 'decode', [CompletionResultType]::ParameterValue, 'Decode octets, from a file or standard input to standard output')
            break
        }
        'mailtool;help;mime;tree' {
            break
        }
        'mailtool;help;mime;show' {
            break
        }
        'mailtool;help;mime;part' {
            break
        }
        'mailtool;help;mime;extract' {
            break
        }
        'mailtool;help;mime;lint' {
            break
        }
        'mailtool;help;mime;size' {
            break
        }
        'mailtool;help;mime;repair' {
            break
        }
        'mailtool;help;mime;explain' {
            break
        }
        'mailtool;help;mime;build' {
            break
        }
        'mailtool;help;mime;split' {
            break
        }
        'mailtool;help;mime;join' {
            break
        }
        'mailtool;help;mime;encode' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, as base64(1) writes it (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7)')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode, as uuencode(1) writes it')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc, one part with its checksum')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Text of header fields, a value a line, as encoded words where it must be (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'One parameter of Content-Type or Content-Disposition (RFC 2231)')
            break
        }
        'mailtool;help;mime;encode;base64' {
            break
        }
        'mailtool;help;mime;encode;qp' {
            break
        }
        'mailtool;help;mime;encode;uu' {
            break
        }
        'mailtool;help;mime;encode;yenc' {
            break
        }
        'mailtool;help;mime;encode;header' {
            break
        }
        'mailtool;help;mime;encode;param' {
            break
        }
        'mailtool;help;mime;decode' {
            [CompletionResult]::new('base64', 'base64', [CompletionResultType]::ParameterValue, 'base64, whatever stands between its characters (RFC 2045 §6.8)')
            [CompletionResult]::new('qp', 'qp', [CompletionResultType]::ParameterValue, 'quoted-printable (RFC 2045 §6.7); line ends stay as they are')
            [CompletionResult]::new('uu', 'uu', [CompletionResultType]::ParameterValue, 'uuencode: the first file in the text, wherever it begins; `begin-base64` too')
            [CompletionResult]::new('yenc', 'yenc', [CompletionResultType]::ParameterValue, 'yEnc: the first file in the text with all its parts; sizes and checksums are verified')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'Header fields or their values, one a line, folded ones joined (RFC 2047)')
            [CompletionResult]::new('param', 'param', [CompletionResultType]::ParameterValue, 'The parameters of header fields or of their values, one a line (RFC 2231)')
            break
        }
        'mailtool;help;mime;decode;base64' {
            break
        }
        'mailtool;help;mime;decode;qp' {
            break
        }
        'mailtool;help;mime;decode;uu' {
            break
        }
        'mailtool;help;mime;decode;yenc' {
            break
        }
        'mailtool;help;mime;decode;header' {
            break
        }
        'mailtool;help;mime;decode;param' {
            break
        }
        'mailtool;help;send' {
            break
        }
        'mailtool;help;pop' {
            [CompletionResult]::new('stat', 'stat', [CompletionResultType]::ParameterValue, 'How many messages there are, and how many octets they have (STAT)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The messages with their numbers and sizes (LIST)')
            [CompletionResult]::new('uidl', 'uidl', [CompletionResultType]::ParameterValue, 'The messages with their unique-ids, which name them from session to session (UIDL)')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The header of a message and the first lines of its body (TOP), as octets on standard output')
            [CompletionResult]::new('retr', 'retr', [CompletionResultType]::ParameterValue, 'Fetch messages (RETR)')
            [CompletionResult]::new('dele', 'dele', [CompletionResultType]::ParameterValue, 'Delete messages (DELE, QUIT)')
            [CompletionResult]::new('rset', 'rset', [CompletionResultType]::ParameterValue, 'Take back what was marked as deleted (RSET); in a session of its own it shows what the server says')
            [CompletionResult]::new('noop', 'noop', [CompletionResultType]::ParameterValue, 'Do nothing but log in (NOOP): whether user, password and maildrop are well')
            [CompletionResult]::new('last', 'last', [CompletionResultType]::ParameterValue, 'The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)')
            [CompletionResult]::new('capa', 'capa', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPA), and what that means')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any line, and show what the server answers')
            break
        }
        'mailtool;help;pop;stat' {
            break
        }
        'mailtool;help;pop;list' {
            break
        }
        'mailtool;help;pop;uidl' {
            break
        }
        'mailtool;help;pop;top' {
            break
        }
        'mailtool;help;pop;retr' {
            break
        }
        'mailtool;help;pop;dele' {
            break
        }
        'mailtool;help;pop;rset' {
            break
        }
        'mailtool;help;pop;noop' {
            break
        }
        'mailtool;help;pop;last' {
            break
        }
        'mailtool;help;pop;capa' {
            break
        }
        'mailtool;help;pop;raw' {
            break
        }
        'mailtool;help;imap' {
            [CompletionResult]::new('caps', 'caps', [CompletionResultType]::ParameterValue, 'What the server says it can do (CAPABILITY)')
            [CompletionResult]::new('id', 'id', [CompletionResultType]::ParameterValue, 'Who the server says it is (ID, RFC 2971)')
            [CompletionResult]::new('namespace', 'namespace', [CompletionResultType]::ParameterValue, 'Where mailboxes are: one''s own, those of other users, shared ones (NAMESPACE, RFC 2342)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Which mailboxes there are (LIST)')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How much is in mailboxes (STATUS)')
            [CompletionResult]::new('select', 'select', [CompletionResultType]::ParameterValue, 'What the server says of --mailbox when it is opened (EXAMINE, SELECT)')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make mailboxes (CREATE)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete mailboxes, with all messages in them (DELETE)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays')
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Put mailboxes on the list of those that are shown (SUBSCRIBE)')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Take mailboxes off the list of those that are shown (UNSUBSCRIBE)')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Which messages are like that (SEARCH): one UID a line')
            [CompletionResult]::new('sort', 'sort', [CompletionResultType]::ParameterValue, 'Which messages are like that, in an order (SORT, RFC 5256): one UID a line')
            [CompletionResult]::new('thread', 'thread', [CompletionResultType]::ParameterValue, 'What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'What is known of messages, or their octets (FETCH)')
            [CompletionResult]::new('structure', 'structure', [CompletionResultType]::ParameterValue, 'What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched')
            [CompletionResult]::new('part', 'part', [CompletionResultType]::ParameterValue, 'One part of a message, decoded (BINARY, or BODY and its encoding)')
            [CompletionResult]::new('attachments', 'attachments', [CompletionResultType]::ParameterValue, 'The files in messages, decoded, each into a file of its own')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Add flags to messages and take others away (STORE)')
            [CompletionResult]::new('copy', 'copy', [CompletionResultType]::ParameterValue, 'Copy messages into another mailbox (COPY)')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move messages into another mailbox (MOVE)')
            [CompletionResult]::new('append', 'append', [CompletionResultType]::ParameterValue, 'Put messages into a mailbox (APPEND)')
            [CompletionResult]::new('replace', 'replace', [CompletionResultType]::ParameterValue, 'Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)')
            [CompletionResult]::new('expunge', 'expunge', [CompletionResultType]::ParameterValue, 'Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'What happens in mailboxes, as it happens (NOTIFY, IDLE)')
            [CompletionResult]::new('await', 'await', [CompletionResultType]::ParameterValue, 'Wait until there is a message like that, and show it')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)')
            [CompletionResult]::new('acl', 'acl', [CompletionResultType]::ParameterValue, 'Who may do what with --mailbox (ACL, RFC 4314)')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Notes on --mailbox, or with -m '''' on the server (METADATA, RFC 5464)')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check what a server advertises against what works')
            [CompletionResult]::new('quirks', 'quirks', [CompletionResultType]::ParameterValue, 'What servers are known to say otherwise than they should')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Say any command, and show what the server answers')
            break
        }
        'mailtool;help;imap;caps' {
            break
        }
        'mailtool;help;imap;id' {
            break
        }
        'mailtool;help;imap;namespace' {
            break
        }
        'mailtool;help;imap;list' {
            break
        }
        'mailtool;help;imap;status' {
            break
        }
        'mailtool;help;imap;select' {
            break
        }
        'mailtool;help;imap;create' {
            break
        }
        'mailtool;help;imap;delete' {
            break
        }
        'mailtool;help;imap;rename' {
            break
        }
        'mailtool;help;imap;subscribe' {
            break
        }
        'mailtool;help;imap;unsubscribe' {
            break
        }
        'mailtool;help;imap;search' {
            break
        }
        'mailtool;help;imap;sort' {
            break
        }
        'mailtool;help;imap;thread' {
            break
        }
        'mailtool;help;imap;fetch' {
            break
        }
        'mailtool;help;imap;structure' {
            break
        }
        'mailtool;help;imap;part' {
            break
        }
        'mailtool;help;imap;attachments' {
            break
        }
        'mailtool;help;imap;flag' {
            break
        }
        'mailtool;help;imap;copy' {
            break
        }
        'mailtool;help;imap;move' {
            break
        }
        'mailtool;help;imap;append' {
            break
        }
        'mailtool;help;imap;replace' {
            break
        }
        'mailtool;help;imap;expunge' {
            break
        }
        'mailtool;help;imap;watch' {
            break
        }
        'mailtool;help;imap;await' {
            break
        }
        'mailtool;help;imap;quota' {
            break
        }
        'mailtool;help;imap;acl' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Give rights: all of them, or more (+), or fewer (-) (SETACL)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Take all rights away (DELETEACL)')
            [CompletionResult]::new('rights', 'rights', [CompletionResultType]::ParameterValue, 'One''s own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)')
            break
        }
        'mailtool;help;imap;acl;get' {
            break
        }
        'mailtool;help;imap;acl;set' {
            break
        }
        'mailtool;help;imap;acl;delete' {
            break
        }
        'mailtool;help;imap;acl;rights' {
            break
        }
        'mailtool;help;imap;metadata' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'What there is (GETMETADATA); with --json one object a line: {"entry","value"}')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change an entry; one without a value goes (SETMETADATA)')
            break
        }
        'mailtool;help;imap;metadata;get' {
            break
        }
        'mailtool;help;imap;metadata;set' {
            break
        }
        'mailtool;help;imap;doctor' {
            break
        }
        'mailtool;help;imap;quirks' {
            break
        }
        'mailtool;help;imap;raw' {
            break
        }
        'mailtool;help;talk' {
            break
        }
        'mailtool;help;serve' {
            break
        }
        'mailtool;help;demo' {
            break
        }
        'mailtool;help;generate' {
            break
        }
        'mailtool;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
