// differential: A missing header in a header in a folder.
#include "include/first.h"

int main(void) {
}
