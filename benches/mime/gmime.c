/* What `mailtool mime part FILE 2` and `mailtool mime tree MBOX` do, done by GMime: `gmime part FILE`, `gmime tree MBOX`. */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <gmime/gmime.h>

static int parts;

/* The second leaf, decoded. */
static void second(GMimeObject *parent, GMimeObject *part, gpointer out) {
    if (GMIME_IS_PART(part) && ++parts == 2)
        g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(part)), out);
}

/* Its type, its encoding, and its octets as they were sent. */
static void line(GMimeObject *parent, GMimeObject *part, gpointer depth) {
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part));
    if (GMIME_IS_PART(part)) {
        const char *encoding = g_mime_content_encoding_to_string(g_mime_part_get_content_encoding(GMIME_PART(part)));
        GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
        gint64 octets = content ? g_mime_stream_length(g_mime_data_wrapper_get_stream(content)) : 0;
        printf("%s %s %lld\n", type, encoding ? encoding : "7bit", (long long) octets);
    } else {
        printf("%s\n", type);
    }
    g_free(type);
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 64;
    g_mime_init();
    int tree = strcmp(argv[1], "tree") == 0, descriptor = open(argv[2], O_RDONLY);
    if (descriptor < 0)
        return 66;
    GMimeStream *in = g_mime_stream_fs_new(descriptor), *out = g_mime_stream_fs_new(dup(1));
    GMimeParser *parser = g_mime_parser_new_with_stream(in);
    g_mime_parser_set_persist_stream(parser, TRUE);
    g_mime_parser_set_format(parser, tree ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    do {
        GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
        if (message == NULL)
            return 65;
        g_mime_message_foreach(message, tree ? line : second, out);
        g_object_unref(message);
    } while (tree && !g_mime_parser_eos(parser));
    g_mime_stream_flush(out);
    return !tree && parts < 2;
}
