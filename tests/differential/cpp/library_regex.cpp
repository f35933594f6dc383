// differential: Regular expressions: matches, replacements, iterators, errors.
// exit: 0
// stdout: "alpha:6 beta:14 1<alpha>, 22<beta>; gamma 1\n5 Mismatched '(' and ')' in regular expression\n12018\n"
#include <iostream>
#include <regex>
#include <string>

int main() {
    std::string text = "alpha=1, beta=22; gamma";
    std::regex pair(R"((\w+)=(\d+))");
    for (std::sregex_iterator match(text.begin(), text.end(), pair), end; match != end; ++match)
        std::cout << match->str(1) << ':' << match->position(2) << ' ';
    std::cout << std::regex_replace(text, pair, "$2<$1>") << ' ' << std::regex_match("AbC", std::regex("[a-c]+", std::regex::icase)) << '\n';
    try { std::regex broken("(open"); } catch (const std::regex_error& error) { std::cout << error.code() << ' ' << error.what() << '\n'; }
    std::smatch match;
    std::cout << std::regex_search(text, match, std::regex("(x)?gam")) << match.size() << match[1].matched << match.prefix().length() << '\n';
}
