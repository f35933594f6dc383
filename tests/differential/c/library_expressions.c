// differential: Regular expressions, words expanded by a shell, and wide text converted.
// exit: 0
// stdout: "0 4 12\nUnmatched ( or \\(; 0 /tmp/C.UTF-8 two words 5\n0 10 f6\n"
#include <iconv.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>
#include <wordexp.h>

int main(void) {
    regex_t expression;
    regmatch_t match[3];
    char text[80];
    regcomp(&expression, "([a-z]+)=([0-9]{2,})", REG_EXTENDED | REG_ICASE);
    int missed = regexec(&expression, "x=1 Size=123;", 3, match, 0);
    printf("%d %d %d\n", missed, (int)match[1].rm_so, (int)match[2].rm_eo);
    regerror(regcomp(&expression, "(open", REG_EXTENDED), &expression, text, sizeof text);
    wordexp_t words;
    int error = wordexp("~/$LANG 'two words' $((2+3))", &words, 0);
    printf("%s; %d %s %s %s\n", text, error, words.we_wordv[0], words.we_wordv[1], words.we_wordv[2]);
    char in[] = "größe", out[20] = "", *from = in, *to = out;
    size_t left = strlen(in), room = sizeof out;
    iconv_t converter = iconv_open("UTF-16LE", "UTF-8");
    size_t result = converter == (iconv_t)-1 ? 99 : iconv(converter, &from, &left, &to, &room);
    printf("%zu %zu %02x\n", result, room, (unsigned char)out[4]);
}
