// differential: break, continue, case, goto, return in wrong places.
int x = x + 1;
return 4;
break;

int main(void) {
    break;
    continue;
    case 3:;
    goto nowhere;
    else { }
    int y = 3;
    int z[y] = {1};
    static int s = y;
    while (1) { default: ; }
}
