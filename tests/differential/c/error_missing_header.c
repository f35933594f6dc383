// differential: A header that does not exist ends everything at once.
#include <stdio.h>
int early = undeclared;
#include <no/such/header.h>
int late = undeclared;

int main(void) {
}
