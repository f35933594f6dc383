// differential: Columns counted otherwise in the messages, and no limit on their lines.
// flags: ["-ftabstop=4", "-fmessage-length=60", "-fdiagnostics-column-unit=byte"]
#include <iostream>

int main() {
	std::cout << "☃" << undeclared_name_that_is_long + another_undeclared_name_that_is_long;
	int number = "text";
}
