// differential: getopt_long with options it knows, does not know, and that lack something.
// args: ["-v", "file", "--size=4", "-x", "--wrong", "-s", "5", "--siz", "6", "--", "-v", "-s"]
// exit: 0
// stdout: "v \ns 4\n? \n? \ns 5\ns 6\nrest file\nrest -v\nrest -s\na.out /work/a.out\n"
#define _GNU_SOURCE
#include <errno.h>
#include <getopt.h>
#include <stdio.h>

int main(int argc, char **argv) {
    static const struct option options[] = {{"size", required_argument, NULL, 's'}, {"verbose", 0, NULL, 'v'}, {0}};
    int option;
    while ((option = getopt_long(argc, argv, "vs:", options, NULL)) != -1)
        printf("%c %s\n", option, option == 's' ? optarg : "");
    while (optind < argc) printf("rest %s\n", argv[optind++]);
    printf("%s %s\n", program_invocation_short_name, program_invocation_name);
}
