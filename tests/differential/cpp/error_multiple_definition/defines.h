#pragma once
int defined() { return 1; }
int global = 2;
