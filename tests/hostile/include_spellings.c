// The same file in the spellings that a filter of words would miss: digraphs, a spliced line, a macro, a way round.
// row: C10
// expect: compile_error
// forbid: root:*
// forbid: root:$
%:include "/etc/shadow"
#inc\
lude "/etc/sha\
dow"
#define PLACE "/etc/../etc//./shadow"
#include PLACE
#include "/usr/../etc/shadow"
#include "/proc/self/root/etc/shadow"
#include "/proc/1/root/etc/shadow"
#include_next "/etc/shadow"
int main(void) {
}
