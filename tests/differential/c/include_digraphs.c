// differential: Digraphs and <iso646.h>.
// exit: 0
// stdout: "11 <::>\n"
%:include <iso646.h>
%:include <stdio.h>
%:define PASTE(a, b) a %:%: b
%:define TEXT(a) %:a

int main(void) <%
    int xy<:3:> = <% 1, 2, 3 %>;
    if (not (xy<:0:> not_eq 1) and (xy<:1:> bitor 1) == 3)
        printf("%d %s\n", PASTE(x, y)<:2:> xor 8, TEXT(<::>));
%>
