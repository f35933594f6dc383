// differential: Digraphs and words instead of signs.
// exit: 0
// stdout: "132\n"
%:include <iostream>
%:include <vector>

int main() <%
    std::vector<int> v <% 1, 2, 3 %>;
    auto f = <:&:>(int i) <% return v<:i:> bitand 1; %>;
    if (f(0) and not f(1)) std::cout << f(2) << sizeof "<:" << (3 xor 1) << '\n';
    std::vector<::std::vector<int>> w;
    return w.size();
%>
