#include <bits/stdc++.h>
#include "said.h"
static Said said("b");
