package Other;
1;
