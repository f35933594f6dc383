// differential: The zone of the environment, and of the machine without one.
// env: {"TZ": "XYZ-3:30ABC,M3.2.0,M11.1.0"}
// exit: 0
// stdout: "1970-01-01 03:30:00 XYZ +0330 dst 0; 2024-07-03 14:16:40 ABC +0430 dst 1; \n1970-01-01 00:00:00 UTC +0000 dst 0; 2024-07-03 09:46:40 UTC +0000 dst 0; \n1970-01-01 00:00:00 America +0000 dst 0; 2024-07-03 09:46:40 America +0000 dst 0; \n"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void show(void) {
    static const time_t moments[] = {0, 1720000000};
    tzset();
    for (int i = 0; i < 2; i++) {
        char text[64];
        strftime(text, sizeof text, "%F %T %Z %z", localtime(&moments[i]));
        printf("%s dst %d; ", text, localtime(&moments[i])->tm_isdst);
    }
    puts("");
}

int main(void) {
    show();
    unsetenv("TZ");
    show();
    setenv("TZ", "America/No_Such_Place", 1);
    show();
}
