// differential: Sorting, searching, trees and tables of the library.
// exit: 0
// stdout: "a12 a21 a32 b10 b22 c11 c22 a1 a2 a3 b1 b2 c1 c2 b1\nvalue 1\n"
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_first(const void *a, const void *b) { return *(const char *)a - *(const char *)b; }
static int by_text(const void *a, const void *b) { return strcmp(a, b); }
static void visit(const void *node, VISIT when, int depth) {
    if (when == postorder || when == leaf) printf("%s%d ", *(char *const *)node, depth);
}

int main(void) {
    char words[][4] = {"c1", "a1", "b1", "a2", "c2", "b2", "a3"};
    void *tree = NULL;
    for (int i = 0; i < 7; i++) tsearch(words[i], &tree, by_text);
    twalk(tree, visit);
    qsort(words, 7, 4, by_first);
    for (int i = 0; i < 7; i++) printf("%s ", words[i]);
    printf("%s\n", (char *)bsearch("b", words, 7, 4, by_first));
    hcreate(50);
    hsearch((ENTRY){(char *)"key", (void *)"value"}, ENTER);
    ENTRY *found = hsearch((ENTRY){(char *)"key", NULL}, FIND), *none = hsearch((ENTRY){(char *)"no", NULL}, FIND);
    printf("%s %d\n", found ? (char *)found->data : "none", none == NULL);
}
