// differential: Comments of all sorts and blank lines before the header.
// exit: 0
// stdout: "line 12\n"

/* a long one
 * with #include <vector> inside
 */ /* two */ // three

#   include    /* inside */   <iostream> // behind
  #include <string>

int main() { std::cout << std::string("line ") << __LINE__ << '\n'; }
